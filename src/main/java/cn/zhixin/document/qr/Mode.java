package cn.zhixin.document.qr;

/** The encoding modes used here (ISO/IEC 18004:2015 §7.4.1, Tables 2 and 3). */
enum Mode {
  NUMERIC(0b0001, 10, 12),
  ALPHANUMERIC(0b0010, 9, 11),
  BYTE(0b0100, 8, 16);

  /** Bits of a mode indicator. */
  static final int INDICATOR_BITS = 4;

  private static final int FIRST_LONGER_COUNT = 10;

  private final int indicator;
  private final int countBitsToVersion9;
  private final int countBitsFromVersion10;

  Mode(int indicator, int countBitsToVersion9, int countBitsFromVersion10) {
    this.indicator = indicator;
    this.countBitsToVersion9 = countBitsToVersion9;
    this.countBitsFromVersion10 = countBitsFromVersion10;
  }

  int indicator() {
    return indicator;
  }

  /** Width of the character count in a symbol of this version, 1 to 26. */
  int countBits(int version) {
    return version < FIRST_LONGER_COUNT ? countBitsToVersion9 : countBitsFromVersion10;
  }

  /** Bits of a segment of so many characters with its indicator and count; none for none. */
  int segmentBits(int characters, int version) {
    if (characters == 0) {
      return 0;
    }
    int data =
        switch (this) {
          case NUMERIC ->
              10 * (characters / 3) + (characters % 3 == 0 ? 0 : 3 * (characters % 3) + 1);
          case ALPHANUMERIC -> 11 * (characters / 2) + 6 * (characters % 2);
          case BYTE -> 8 * characters;
        };
    return INDICATOR_BITS + countBits(version) + data;
  }
}
