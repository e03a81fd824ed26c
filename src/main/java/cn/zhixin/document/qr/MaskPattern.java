package cn.zhixin.document.qr;

/** The eight data masks (ISO/IEC 18004:2015 §7.8.2, Table 10). */
final class MaskPattern {
  static final int COUNT = 8;

  private MaskPattern() {}

  /** Whether the mask inverts the data module in column x of row y. */
  static boolean inverts(int mask, int x, int y) {
    return switch (mask) {
          case 0 -> (y + x) % 2;
          case 1 -> y % 2;
          case 2 -> x % 3;
          case 3 -> (y + x) % 3;
          case 4 -> (y / 2 + x / 3) % 2;
          case 5 -> y * x % 2 + y * x % 3;
          case 6 -> (y * x % 2 + y * x % 3) % 2;
          case 7 -> ((y + x) % 2 + y * x % 3) % 2;
          default -> throw new IllegalArgumentException("no mask " + mask);
        }
        == 0;
  }
}
