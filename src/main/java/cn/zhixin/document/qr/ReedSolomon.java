package cn.zhixin.document.qr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Computes the correction codewords of a block: the remainder of its data, as a polynomial, divided
 * by {@code (x − α⁰)(x − α¹)…} (ISO/IEC 18004:2015 §7.5.2).
 *
 * <p>The remainder is held in four longs, highest power first and left-aligned, so that one step of
 * the division is a shift and four table look-ups for all of its bytes together.
 */
final class ReedSolomon {
  /** Bytes that {@link #remainder} writes, whatever the number of correction codewords. */
  static final int WRITTEN = 32;

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** Four longs for each leading byte: its product with the generator without the first term. */
  private final long[] multiples = new long[4 * 256];

  /** For so many correction codewords a block, 1 to 32. */
  ReedSolomon(int correctionCodewords) {
    int[] generator = generator(correctionCodewords);
    for (int factor = 0; factor < 256; factor++) {
      for (int i = 0; i < correctionCodewords; i++) {
        long product = GaloisField.multiply(factor, generator[i + 1]);
        multiples[4 * factor + i / 8] |= product << (56 - 8 * (i % 8));
      }
    }
  }

  private static int[] generator(int degree) {
    int[] coefficients = new int[degree + 1];
    coefficients[0] = 1;
    for (int root = 0; root < degree; root++) {
      for (int i = root + 1; i > 0; i--) {
        coefficients[i] ^= GaloisField.multiply(coefficients[i - 1], GaloisField.power(root));
      }
    }
    return coefficients;
  }

  /**
   * Writes the remainder of {@code data[from, to)} and zeros after it, {@link #WRITTEN} bytes in
   * all.
   */
  void remainder(byte[] data, int from, int to, byte[] out, int at) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (int i = from; i < to; i++) {
      int m = 4 * ((data[i] ^ (int) (a >>> 56)) & 0xff);
      a = (a << 8 | b >>> 56) ^ multiples[m];
      b = (b << 8 | c >>> 56) ^ multiples[m + 1];
      c = (c << 8 | d >>> 56) ^ multiples[m + 2];
      d = d << 8 ^ multiples[m + 3];
    }
    BIG_ENDIAN.set(out, at, a);
    BIG_ENDIAN.set(out, at + 8, b);
    BIG_ENDIAN.set(out, at + 16, c);
    BIG_ENDIAN.set(out, at + 24, d);
  }
}
