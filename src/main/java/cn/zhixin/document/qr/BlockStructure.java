package cn.zhixin.document.qr;

/**
 * How the codewords of a symbol are divided into Reed–Solomon blocks (ISO/IEC 18004:2015 Table 9).
 * All blocks have equally many correction codewords; the last ones may have one data codeword more
 * than the first.
 *
 * @param codewords data and correction codewords of the symbol
 * @param correctionPerBlock correction codewords of each block, 10 to 30
 * @param blocks 1 to 16
 */
record BlockStructure(int codewords, int correctionPerBlock, int blocks) {
  static final int MAXIMUM_VERSION = 13;

  /** Codewords by version, from version 1 (Table 1). */
  private static final int[] CODEWORDS = {
    26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532
  };

  /** Correction codewords per block by level, then version. */
  private static final int[][] CORRECTION_PER_BLOCK = {
    {10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22},
    {13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24},
    {17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22},
  };

  /** Blocks by level, then version. */
  private static final int[][] BLOCKS = {
    {1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9},
    {1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12},
    {1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16},
  };

  static BlockStructure of(int version, ErrorCorrection level) {
    int v = version - 1;
    return new BlockStructure(
        CODEWORDS[v], CORRECTION_PER_BLOCK[level.ordinal()][v], BLOCKS[level.ordinal()][v]);
  }

  int dataCodewords() {
    return codewords - correctionPerBlock * blocks;
  }

  int dataBits() {
    return 8 * dataCodewords();
  }

  /**
   * Index of the block's first data codeword; {@code block == blocks} gives the end of the last.
   */
  int dataStart(int block) {
    int shorter = dataCodewords() / blocks;
    int firstLonger = blocks - dataCodewords() % blocks;
    return block * shorter + Math.max(0, block - firstLonger);
  }

  int dataLength(int block) {
    return dataStart(block + 1) - dataStart(block);
  }
}
