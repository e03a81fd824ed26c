package cn.zhixin.document.qr;

/**
 * Penalty of a symbol under one mask (ISO/IEC 18004:2015 §7.8.3.1), in two parts, so that the
 * dearer one need not be computed for a mask that has lost already. All modules of a row are looked
 * at together, as bits of a long.
 *
 * <p>Only modules of the symbol count: light ones that a finder-like pattern needs beside it are
 * not sought in the quiet zone. Used by one thread at a time.
 */
interface MaskScore {
  /** Penalty for a run of five modules; each further one adds 1 (N1). */
  int RUN_BEYOND_COUNT = 2;

  /** Penalty for a square of 2 × 2 modules (N2). */
  int SQUARE = 3;

  /** Penalty for a pattern like a finder's (N3). */
  int FINDER = 40;

  /** Penalty for each 5 % that the share of dark modules is off one half (N4). */
  int PROPORTION = 10;

  /** Runs, squares and proportion of the data under the mask. */
  int runsSquaresProportion(long[] data, long[] mask);

  /** Patterns 1:1:3:1:1 with four light modules before or after them. */
  int finders(long[] data, long[] mask);

  static MaskScore of(int size) {
    return size <= Modules.NARROW ? new NarrowMaskScore(size) : new WideMaskScore(size);
  }

  static int proportion(int dark, int size) {
    int all = size * size;
    return Math.abs(2 * dark - all) * 10 / all * PROPORTION;
  }
}
