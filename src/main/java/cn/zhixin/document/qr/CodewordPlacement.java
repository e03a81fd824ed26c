package cn.zhixin.document.qr;

import java.util.Arrays;

/**
 * Where the codewords of a version lie: up and down in pairs of columns from the right, round the
 * function patterns (ISO/IEC 18004:2015 §7.7.3).
 */
final class CodewordPlacement {
  private static final int IRREGULAR = -1;

  private final int longsPerRow;

  /** Of each bit, most significant of the first codeword first: {@code y << 8 | x}. */
  private final int[] places;

  /**
   * Of each codeword that fills a block of two columns and four rows in one long a row: index of
   * the long with its first bits, and shift of its left column in bits 0–7; else {@link
   * #IRREGULAR}.
   */
  private final int[] regular;

  /** Longs from one row of a regular codeword to the next, in the order of its bits. */
  private final int[] step;

  CodewordPlacement(FunctionPatterns patterns, int size, int codewords) {
    this.longsPerRow = Modules.longsPerRow(size);
    this.places = zigzag(patterns, size, 8 * codewords);
    this.regular = new int[codewords];
    this.step = new int[codewords];
    for (int i = 0; i < codewords; i++) {
      int direction = Integer.signum(y(8 * i + 2) - y(8 * i));
      int left = x(8 * i) - 1;
      boolean fits = isBlock(8 * i, direction) && left / 64 == (left + 1) / 64;
      step[i] = direction * longsPerRow;
      regular[i] = fits ? (y(8 * i) * longsPerRow + left / 64) << 8 | left % 64 : IRREGULAR;
    }
  }

  private static int[] zigzag(FunctionPatterns patterns, int size, int bits) {
    int[] places = new int[size * size];
    int n = 0;
    boolean up = true;
    for (int right = size - 1; right > 0; right -= 2) {
      // the vertical timing pattern takes a whole column
      right -= right == 6 ? 1 : 0;
      for (int i = 0; i < size; i++) {
        int y = up ? size - 1 - i : i;
        for (int x = right; x >= right - 1; x--) {
          if (!patterns.isTaken(x, y)) {
            places[n++] = y << 8 | x;
          }
        }
      }
      up = !up;
    }
    return Arrays.copyOf(places, bits);
  }

  private boolean isBlock(int first, int direction) {
    for (int bit = 0; bit < 8; bit++) {
      if (x(first + bit) != x(first) - bit % 2
          || y(first + bit) != y(first) + direction * (bit / 2)) {
        return false;
      }
    }
    return direction != 0;
  }

  private int x(int bit) {
    return places[bit] & 0xff;
  }

  private int y(int bit) {
    return places[bit] >> 8;
  }

  /** Sets the modules of all codewords, taken from the buffer in the given sequence. */
  void place(byte[] buffer, int[] sequence, long[] rows) {
    for (int i = 0; i < sequence.length; i++) {
      int codeword = buffer[sequence[i]];
      int block = regular[i];
      if (block == IRREGULAR) {
        placeBits(codeword, 8 * i, rows);
        continue;
      }
      int at = block >> 8;
      int s = step[i];
      rows[at] |= (codeword >>> 6 & 3L) << block;
      rows[at + s] |= (codeword >>> 4 & 3L) << block;
      rows[at + 2 * s] |= (codeword >>> 2 & 3L) << block;
      rows[at + 3 * s] |= (codeword & 3L) << block;
    }
  }

  private void placeBits(int codeword, int first, long[] rows) {
    for (int bit = 0; bit < 8; bit++) {
      int x = x(first + bit);
      long module = codeword >>> (7 - bit) & 1;
      rows[y(first + bit) * longsPerRow + (x >> 6)] |= module << x;
    }
  }
}
