package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import java.util.Arrays;

/**
 * A file that should be as {@link CertificateWriter} writes it, taken from left to right: each call
 * demands the next piece and moves behind it. Confined to one thread.
 *
 * <p>Pieces that are the same in all certificates of one template are collected as the frame, each
 * with its length before it, so that two equal frames were made of equal pieces.
 */
final class WrittenBytes {
  private static final int MOST_DIGITS = 9;

  private final byte[] file;
  private final ByteBuilder frame = new ByteBuilder(1 << 12);
  private int at;

  /**
   * @param start index of the first byte to be taken
   */
  WrittenBytes(byte[] file, int start) {
    this.file = file;
    this.at = start;
  }

  int at() {
    return at;
  }

  byte[] frame() {
    return frame.toByteArray();
  }

  NotAsWritten fault() {
    return new NotAsWritten(at);
  }

  /** Whether the next bytes are these; moves nowhere. */
  boolean isNext(byte[] text) {
    return text.length <= file.length - at
        && Arrays.equals(file, at, at + text.length, text, 0, text.length);
  }

  /** Whether the next byte is this one; moves nowhere. */
  boolean isNext(char character) {
    return at < file.length && file[at] == character;
  }

  /** Moves behind these bytes if they are the next. */
  boolean take(byte[] text) {
    boolean next = isNext(text);
    at += next ? text.length : 0;
    return next;
  }

  boolean take(char character) {
    boolean next = isNext(character);
    at += next ? 1 : 0;
    return next;
  }

  void expect(byte[] text) throws NotAsWritten {
    require(take(text));
  }

  void expect(char character) throws NotAsWritten {
    require(take(character));
  }

  void expectEnd() throws NotAsWritten {
    require(at == file.length);
  }

  /** A number as {@link ByteBuilder#decimal} writes it, not negative. */
  int decimal() throws NotAsWritten {
    int start = at;
    int value = 0;
    while (at < file.length && isDigit(file[at]) && at - start < MOST_DIGITS) {
      value = 10 * value + file[at++] - '0';
    }
    require(at > start && (file[start] != '0' || at - start == 1));
    return value;
  }

  void expectDecimal(int value) throws NotAsWritten {
    require(decimal() == value);
  }

  /** A number of exactly so many digits, at most nine. */
  int digits(int width) throws NotAsWritten {
    int value = 0;
    for (int i = 0; i < width; i++) {
      if (at >= file.length || !isDigit(file[at])) {
        throw fault();
      }
      value = 10 * value + file[at++] - '0';
    }
    return value;
  }

  /** A number as {@link ByteBuilder#real} writes it. */
  void real() throws NotAsWritten {
    take('-');
    decimal();
    if (take('.')) {
      int start = at;
      while (at < file.length && isDigit(file[at])) {
        at++;
      }
      require(at > start);
    }
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  /** Four hexadecimal digits, capital letters. */
  int hex16() throws NotAsWritten {
    return hex8() << 8 | hex8();
  }

  /** Two of them. */
  int hex8() throws NotAsWritten {
    int value = file.length - at < 2 ? -1 : digit(file[at]) << 4 | digit(file[at + 1]);
    if (value < 0) {
      throw fault();
    }
    at += 2;
    return value;
  }

  /** Negative if it is none. */
  private static int digit(byte character) {
    if (isDigit(character)) {
      return character - '0';
    }
    return character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
  }

  /** So many digits 0. */
  void zeros(int count) throws NotAsWritten {
    int start = skip(count);
    int others = 0;
    for (int i = start; i < at; i++) {
      others |= file[i] ^ '0';
    }
    require(others == 0);
  }

  void require(boolean asWritten) throws NotAsWritten {
    if (!asWritten) {
      throw fault();
    }
  }

  /** Bytes of any kind; gives where they begin. */
  int skip(int count) throws NotAsWritten {
    require(count >= 0 && count <= file.length - at);
    int start = at;
    at += count;
    return start;
  }

  /** Bytes of any kind up to one that is not taken, at most so many; gives where they begin. */
  int skipTo(char end, int most) throws NotAsWritten {
    int start = at;
    int last = Math.min(file.length, start + most + 1);
    for (int i = start; i < last; i++) {
      if (file[i] == end) {
        at = i;
        return start;
      }
    }
    throw fault();
  }

  /** The next bytes, at most so many and all of one line but for its last, are of the frame. */
  void frameThrough(byte[] end, int most) throws NotAsWritten {
    int last = Math.min(file.length, at + most) - end.length;
    for (int i = at; i <= last; i++) {
      if (file[i] == end[0] && Arrays.equals(file, i, i + end.length, end, 0, end.length)) {
        int start = at;
        at = i + end.length;
        frameFrom(start);
        return;
      }
    }
    throw fault();
  }

  /** What was taken since is of the frame. */
  void frameFrom(int start) {
    frame(file, start, at - start);
  }

  /** Something else that is the same in all certificates of the template. */
  void frame(byte[] content, int from, int length) {
    frame.int32(length).append(content, from, length);
  }
}
