package cn.zhixin.document.qr;

import java.util.Arrays;

/** Scores symbols of 65 to 127 modules a side, two longs a row. */
final class WideMaskScore implements MaskScore {
  private final int size;

  /** Bits of a row's second long that are modules. */
  private final long all;

  /** As in the narrow score, two longs a row. */
  private final long[] framed;

  WideMaskScore(int size) {
    this.size = size;
    this.all = (1L << (size - 64)) - 1;
    this.framed = new long[2 * (size + 8)];
    Arrays.fill(framed, -1L);
  }

  /** The first long of a row moved so that the module so many to the right comes first. */
  private static long ahead(long first, long second, int modules) {
    return first >>> modules | second << (64 - modules);
  }

  @Override
  public int runsSquaresProportion(long[] data, long[] mask) {
    int runs = 0;
    int squares = 0;
    int dark = 0;
    for (int y = 0; y < size; y++) {
      long a = data[2 * y] ^ mask[2 * y];
      long b = data[2 * y + 1] ^ mask[2 * y + 1];
      framed[2 * y] = a;
      framed[2 * y + 1] = b;
      dark += Long.bitCount(a) + Long.bitCount(b);

      long alikeA = ~(a ^ ahead(a, b, 1));
      long alikeB = ~(b ^ b >>> 1) & all >>> 1;
      long threeA = alikeA & ahead(alikeA, alikeB, 1);
      long threeB = alikeB & alikeB >>> 1;
      long fiveA = threeA & ahead(threeA, threeB, 2);
      long fiveB = threeB & threeB >>> 2;
      long startA = fiveA & ~(fiveA << 1);
      long startB = fiveB & ~(fiveB << 1 | fiveA >>> 63);
      runs += Long.bitCount(fiveA) + Long.bitCount(fiveB);
      runs += RUN_BEYOND_COUNT * (Long.bitCount(startA) + Long.bitCount(startB));
      if (y > 0) {
        squares += Long.bitCount(alikeA & square(2 * y, a, ahead(a, b, 1)));
        squares += Long.bitCount(alikeB & square(2 * y + 1, b, b >>> 1));
      }
    }
    runs += columnRuns(0, -1L) + columnRuns(1, all);
    return runs + SQUARE * squares + MaskScore.proportion(dark, size);
  }

  /** Where a module and its right neighbour look like the two above them. */
  private long square(int at, long row, long ahead) {
    long aboveAhead = at % 2 == 0 ? ahead(framed[at - 2], framed[at - 1], 1) : framed[at - 2] >>> 1;
    return ~(row ^ framed[at - 2]) & ~(ahead ^ aboveAhead);
  }

  private int columnRuns(int half, long modules) {
    int runs = 0;
    long down = 0;
    long downThree = 0;
    long downThreeAbove = 0;
    long downFiveAbove = 0;
    for (int y = 1; y < size; y++) {
      long downHere = ~(framed[2 * y + half] ^ framed[2 * y - 2 + half]) & modules;
      long downThreeHere = downHere & down;
      long downFive = downThreeHere & downThreeAbove;
      runs += Long.bitCount(downFive) + RUN_BEYOND_COUNT * Long.bitCount(downFive & ~downFiveAbove);
      down = downHere;
      downThreeAbove = downThree;
      downThree = downThreeHere;
      downFiveAbove = downFive;
    }
    return runs;
  }

  @Override
  public int finders(long[] data, long[] mask) {
    int found = 0;
    Arrays.fill(framed, 0, 8, -1L);
    for (int y = 0; y < size; y++) {
      long a = data[2 * y] ^ mask[2 * y];
      long b = data[2 * y + 1] ^ mask[2 * y + 1];
      framed[2 * y + 8] = a;
      framed[2 * y + 9] = b;
      found += rowFinders(a, b);
    }
    return FINDER * (found + columnFinders(0) + columnFinders(1));
  }

  private int rowFinders(long a, long b) {
    long lightA = ~a;
    long lightB = ~b & all;
    long patternA =
        a
            & ahead(lightA, lightB, 1)
            & ahead(a, b, 2)
            & ahead(a, b, 3)
            & ahead(a, b, 4)
            & ahead(lightA, lightB, 5)
            & ahead(a, b, 6);
    long patternB = b & lightB >>> 1 & b >>> 2 & b >>> 3 & b >>> 4 & lightB >>> 5 & b >>> 6;
    long twoA = lightA & ahead(lightA, lightB, 1);
    long twoB = lightB & lightB >>> 1;
    long fourA = twoA & ahead(twoA, twoB, 2);
    long fourB = twoB & twoB >>> 2;
    return Long.bitCount(patternA & (fourA << 4 | ahead(fourA, fourB, 7)))
        + Long.bitCount(patternB & (fourB << 4 | fourA >>> 60 | fourB >>> 7));
  }

  private int columnFinders(int half) {
    long[] rows = framed;
    int found = 0;
    for (int y = 8 + half; y <= 2 * size - 6 + half; y += 2) {
      long pattern =
          rows[y]
              & ~rows[y + 2]
              & rows[y + 4]
              & rows[y + 6]
              & rows[y + 8]
              & ~rows[y + 10]
              & rows[y + 12];
      long above = rows[y - 8] | rows[y - 6] | rows[y - 4] | rows[y - 2];
      long below = rows[y + 14] | rows[y + 16] | rows[y + 18] | rows[y + 20];
      found += Long.bitCount(pattern & ~(above & below));
    }
    return found;
  }
}
