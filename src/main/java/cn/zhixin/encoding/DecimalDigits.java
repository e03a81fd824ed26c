package cn.zhixin.encoding;

import java.nio.charset.StandardCharsets;

/**
 * Bytes as decimal digits, for the numeric mode of a QR symbol (ISO/IEC 18004 §7.4.3): two bytes,
 * big endian, become five digits (00000 to 65535), an odd last byte three (000 to 255).
 *
 * <p>Numeric mode packs three digits in ten bits, so that 16 bits of content cost 16.7 bits of
 * symbol. One sequence of bytes has exactly one sequence of digits.
 */
public final class DecimalDigits {
  private static final int PAIR = 5;
  private static final int SINGLE = 3;

  private DecimalDigits() {}

  /** The number of digits that {@code bytes} bytes become. */
  public static int length(int bytes) {
    return bytes / 2 * PAIR + bytes % 2 * SINGLE;
  }

  public static String encode(Bytes content) {
    int size = content.size();
    byte[] digits = new byte[length(size)];
    int out = 0;
    for (int i = 0; i + 1 < size; i += 2) {
      write((content.at(i) & 0xFF) << 8 | content.at(i + 1) & 0xFF, digits, out, PAIR);
      out += PAIR;
    }
    if (size % 2 == 1) {
      write(content.at(size - 1) & 0xFF, digits, out, SINGLE);
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  /**
   * The only content whose digits these are.
   *
   * @throws MalformedDigits if a character is no ASCII digit, a group stands for more than its
   *     bytes hold, or no content has this many digits
   */
  public static Bytes decode(CharSequence digits) throws MalformedDigits {
    int rest = digits.length() % PAIR;
    if (rest != 0 && rest != SINGLE) {
      throw new MalformedDigits(
          digits.length(), "groups of five digits, the last of five or three", rest + " left over");
    }
    int pairs = digits.length() / PAIR;
    byte[] content = new byte[2 * pairs + (rest == 0 ? 0 : 1)];
    for (int i = 0; i < pairs; i++) {
      int value = read(digits, i * PAIR, PAIR, 0xFFFF);
      content[2 * i] = (byte) (value >> 8);
      content[2 * i + 1] = (byte) value;
    }
    if (rest != 0) {
      content[2 * pairs] = (byte) read(digits, pairs * PAIR, SINGLE, 0xFF);
    }
    return Bytes.wrap(content);
  }

  private static void write(int value, byte[] into, int at, int width) {
    int left = value;
    for (int i = at + width - 1; i >= at; i--) {
      into[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }

  private static int read(CharSequence digits, int at, int width, int max) throws MalformedDigits {
    int value = 0;
    for (int i = at; i < at + width; i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        throw new MalformedDigits(i, "a digit", String.format("U+%04X", (int) c));
      }
      value = 10 * value + (c - '0');
    }
    if (value > max) {
      throw new MalformedDigits(at, "at most " + max, Integer.toString(value));
    }
    return value;
  }
}
