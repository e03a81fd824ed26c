package cn.zhixin.document.qr;

import java.util.Arrays;

/** Scores symbols of at most 63 modules a side, one long a row. */
final class NarrowMaskScore implements MaskScore {
  private final int size;
  private final long all;
  private final long pairs;

  /** The masked rows between four dark ones above and below, where no light is to be found. */
  private final long[] framed;

  NarrowMaskScore(int size) {
    this.size = size;
    this.all = (1L << size) - 1;
    this.pairs = all >>> 1;
    this.framed = new long[size + 8];
    Arrays.fill(framed, all);
  }

  @Override
  public int runsSquaresProportion(long[] data, long[] mask) {
    int runs = 0;
    int squares = 0;
    int dark = 0;
    long above = 0;
    long alikeAbove = 0;
    long down = 0;
    long downThree = 0;
    long downThreeAbove = 0;
    long downFiveAbove = 0;
    for (int y = 0; y < size; y++) {
      long row = data[y] ^ mask[y];
      dark += Long.bitCount(row);

      // bit x: modules x and x + 1 are alike; then three, then five in a row
      long alike = ~(row ^ row >>> 1) & pairs;
      long three = alike & alike >>> 1;
      long five = three & three >>> 2;
      runs += Long.bitCount(five) + RUN_BEYOND_COUNT * Long.bitCount(five & ~(five << 1));

      // the same downwards, between this row and those above; nothing is alike above the first
      long downHere = y == 0 ? 0 : ~(row ^ above) & all;
      long downThreeHere = downHere & down;
      long downFive = downThreeHere & downThreeAbove;
      runs += Long.bitCount(downFive) + RUN_BEYOND_COUNT * Long.bitCount(downFive & ~downFiveAbove);
      squares += Long.bitCount(alike & alikeAbove & downHere);

      above = row;
      alikeAbove = alike;
      down = downHere;
      downThreeAbove = downThree;
      downThree = downThreeHere;
      downFiveAbove = downFive;
    }
    return runs + SQUARE * squares + MaskScore.proportion(dark, size);
  }

  @Override
  public int finders(long[] data, long[] mask) {
    long[] rows = framed;
    int found = 0;
    for (int y = 0; y < size; y++) {
      long dark = data[y] ^ mask[y];
      rows[y + 4] = dark;
      long light = ~dark & all;
      long pattern =
          dark & light >>> 1 & dark >>> 2 & dark >>> 3 & dark >>> 4 & light >>> 5 & dark >>> 6;
      long two = light & light >>> 1;
      long four = two & two >>> 2;
      found += Long.bitCount(pattern & (four << 4 | four >>> 7));
    }
    for (int y = 4; y <= size - 3; y++) {
      long pattern =
          rows[y]
              & ~rows[y + 1]
              & rows[y + 2]
              & rows[y + 3]
              & rows[y + 4]
              & ~rows[y + 5]
              & rows[y + 6];
      long above = rows[y - 4] | rows[y - 3] | rows[y - 2] | rows[y - 1];
      long below = rows[y + 7] | rows[y + 8] | rows[y + 9] | rows[y + 10];
      found += Long.bitCount(pattern & ~(above & below));
    }
    return FINDER * found;
  }
}
