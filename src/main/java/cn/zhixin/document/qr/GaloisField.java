package cn.zhixin.document.qr;

/** GF(2⁸) modulo x⁸ + x⁴ + x³ + x² + 1 with α = x (ISO/IEC 18004:2015 §7.5.2). */
final class GaloisField {
  private static final int MODULUS = 0b1_0001_1101;
  private static final int ORDER = 255;
  private static final int[] POWER = new int[2 * ORDER];
  private static final int[] LOGARITHM = new int[ORDER + 1];

  static {
    int value = 1;
    for (int i = 0; i < ORDER; i++) {
      POWER[i] = value;
      POWER[i + ORDER] = value;
      LOGARITHM[value] = i;
      value <<= 1;
      if (value > ORDER) {
        value ^= MODULUS;
      }
    }
  }

  private GaloisField() {}

  /** α to the power of an exponent, 0 to 254. */
  static int power(int exponent) {
    return POWER[exponent];
  }

  static int multiply(int a, int b) {
    return a == 0 || b == 0 ? 0 : POWER[LOGARITHM[a] + LOGARITHM[b]];
  }
}
