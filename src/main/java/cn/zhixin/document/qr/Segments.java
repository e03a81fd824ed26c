package cn.zhixin.document.qr;

import cn.zhixin.document.QrText;
import java.util.Arrays;

/**
 * The text of a certificate as four segments: address and {@code #} in byte mode, code in
 * alphanumeric mode, digits in numeric mode (ISO/IEC 18004:2015 §7.4). An empty part has no
 * segment.
 */
final class Segments {
  private static final int[] ALPHANUMERIC_VALUE = new int[128];

  static {
    Arrays.fill(ALPHANUMERIC_VALUE, -1);
    for (int i = 0; i < QrText.ALPHANUMERIC.length(); i++) {
      ALPHANUMERIC_VALUE[QrText.ALPHANUMERIC.charAt(i)] = i;
    }
  }

  private Segments() {}

  /** Bits of all segments in a symbol of this version. */
  static int bits(QrText text, int version) {
    int digits = text.digits().length();
    return Mode.BYTE.segmentBits(text.address().length(), version)
        + Mode.ALPHANUMERIC.segmentBits(text.code().length(), version)
        + Mode.BYTE.segmentBits(digits == 0 ? 0 : 1, version)
        + Mode.NUMERIC.segmentBits(digits, version);
  }

  static void write(QrText text, int version, BitStream out) {
    bytes(text.address(), version, out);
    alphanumeric(text.code(), version, out);
    if (!text.digits().isEmpty()) {
      bytes(QrText.FRAGMENT_MARK, version, out);
      numeric(text.digits(), version, out);
    }
  }

  private static void bytes(String ascii, int version, BitStream out) {
    int length = begin(Mode.BYTE, ascii, version, out);
    for (int i = 0; i < length; i++) {
      out.append(ascii.charAt(i), 8);
    }
  }

  private static void alphanumeric(String text, int version, BitStream out) {
    int length = begin(Mode.ALPHANUMERIC, text, version, out);
    int i = 0;
    for (; i + 1 < length; i += 2) {
      int pair = 45 * ALPHANUMERIC_VALUE[text.charAt(i)] + ALPHANUMERIC_VALUE[text.charAt(i + 1)];
      out.append(pair, 11);
    }
    if (i < length) {
      out.append(ALPHANUMERIC_VALUE[text.charAt(i)], 6);
    }
  }

  private static void numeric(String digits, int version, BitStream out) {
    int length = begin(Mode.NUMERIC, digits, version, out);
    int i = 0;
    for (; i + 2 < length; i += 3) {
      out.append(100 * digit(digits, i) + 10 * digit(digits, i + 1) + digit(digits, i + 2), 10);
    }
    if (length - i == 2) {
      out.append(10 * digit(digits, i) + digit(digits, i + 1), 7);
    } else if (length - i == 1) {
      out.append(digit(digits, i), 4);
    }
  }

  private static int begin(Mode mode, String characters, int version, BitStream out) {
    int length = characters.length();
    if (length > 0) {
      out.append(mode.indicator(), Mode.INDICATOR_BITS);
      out.append(length, mode.countBits(version));
    }
    return length;
  }

  private static int digit(String digits, int at) {
    return digits.charAt(at) - '0';
  }
}
