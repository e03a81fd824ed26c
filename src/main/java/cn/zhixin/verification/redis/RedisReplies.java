package cn.zhixin.verification.redis;

import cn.zhixin.encoding.Bytes;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the replies of one connection, which come in pieces of any size. Of the protocol (RESP2) it
 * knows what the commands used here are answered with: {@code +OK}, an error, a bulk string, none.
 * Holds no more of it than one value and one line, whatever comes.
 */
final class RedisReplies {
  /** With its end. Redis' own errors are shorter. */
  static final int LONGEST_LINE = 1_024;

  /** Of what says the length of a value; with its first character, without its end. */
  private static final int LONGEST_LENGTH = 9;

  private static final int END = 2;

  private final int largest;
  private final byte[] line = new byte[LONGEST_LINE];
  private int lineLength;

  /** The value that is being read; null between values. */
  private byte @Nullable [] value;

  /** Of the value and the line's end after it. */
  private int filled;

  /**
   * @param largest value, in bytes
   */
  RedisReplies(int largest) {
    this.largest = largest;
  }

  /**
   * The next reply, or null if more bytes must come first.
   *
   * @throws StrangeReply after which nothing can be told from these bytes any more
   */
  @Nullable RedisReply next(ByteBuf in) throws StrangeReply {
    byte[] into = value;
    if (into == null) {
      if (!readLine(in)) {
        return null;
      }
      int length = lineLength - END;
      lineLength = 0;
      if (line[0] != '$') {
        return plain(length);
      }
      if (length == 3 && line[1] == '-' && line[2] == '1') {
        return RedisReply.Plain.NOTHING;
      }
      into = new byte[size(length)];
      value = into;
      filled = 0;
    }
    return readValue(in, into);
  }

  private boolean readLine(ByteBuf in) throws StrangeReply {
    int room = Math.min(in.readableBytes(), LONGEST_LINE - lineLength);
    int end = in.bytesBefore(room, (byte) '\n');
    int taken = end < 0 ? room : end + 1;
    in.readBytes(line, lineLength, taken);
    lineLength += taken;
    if (end < 0) {
      if (lineLength == LONGEST_LINE) {
        throw new StrangeReply("expected a line of " + LONGEST_LINE + " bytes at most");
      }
      return false;
    }
    if (lineLength <= END || line[lineLength - END] != '\r') {
      throw new StrangeReply("expected a line that ends in CR LF");
    }
    return true;
  }

  /** A reply that is a line. */
  private RedisReply plain(int length) throws StrangeReply {
    if (line[0] == '-') {
      return new RedisReply.Refused(code(length));
    }
    if (length == 3 && line[0] == '+' && line[1] == 'O' && line[2] == 'K') {
      return RedisReply.Plain.OK;
    }
    throw new StrangeReply("expected a value, +OK or an error, found the byte " + line[0]);
  }

  private int size(int length) throws StrangeReply {
    int size = 0;
    for (int i = 1; i < length; i++) {
      if (line[i] < '0' || line[i] > '9' || length > LONGEST_LENGTH) {
        throw new StrangeReply("expected a length in digits");
      }
      size = 10 * size + line[i] - '0';
    }
    if (length < 2 || size > largest) {
      throw new StrangeReply("expected a value of " + largest + " bytes at most, found " + size);
    }
    return size;
  }

  /** The first word, as far as it is made of capital letters. */
  private String code(int length) {
    int end = 1;
    while (end < length && line[end] >= 'A' && line[end] <= 'Z') {
      end++;
    }
    return new String(line, 1, end - 1, StandardCharsets.US_ASCII);
  }

  private @Nullable RedisReply readValue(ByteBuf in, byte[] into) throws StrangeReply {
    int size = into.length;
    if (filled < size) {
      int taken = Math.min(size - filled, in.readableBytes());
      in.readBytes(into, filled, taken);
      filled += taken;
    }
    while (filled >= size && in.isReadable()) {
      if (in.readByte() != (filled == size ? '\r' : '\n')) {
        throw new StrangeReply("expected CR LF after a value of " + size + " bytes");
      }
      filled++;
      if (filled == size + END) {
        value = null;
        return new RedisReply.Value(Bytes.wrap(into));
      }
    }
    return null;
  }
}
