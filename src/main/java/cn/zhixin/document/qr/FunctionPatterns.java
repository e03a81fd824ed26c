package cn.zhixin.document.qr;

/**
 * The modules of a symbol that carry no data: finder, timing and alignment patterns, format and
 * version information (ISO/IEC 18004:2015 §6.3, §7.9, §7.10).
 */
final class FunctionPatterns {
  private static final int[][] ALIGNMENT_CENTRES = {
    {},
    {6, 18},
    {6, 22},
    {6, 26},
    {6, 30},
    {6, 34},
    {6, 22, 38},
    {6, 24, 42},
    {6, 26, 46},
    {6, 28, 50},
    {6, 30, 54},
    {6, 32, 58},
    {6, 34, 62},
  };

  private static final int FIRST_WITH_VERSION_INFORMATION = 7;

  private final int version;
  private final int size;
  private final Modules dark;
  private final Modules taken;

  FunctionPatterns(int version) {
    this.version = version;
    this.size = size(version);
    this.dark = new Modules(size);
    this.taken = new Modules(size);
    timing();
    finder(3, 3);
    finder(size - 4, 3);
    finder(3, size - 4);
    alignment();
    format(0);
    versionInformation();
  }

  /** Modules a side. */
  static int size(int version) {
    return 17 + 4 * version;
  }

  boolean isTaken(int x, int y) {
    return taken.get(x, y);
  }

  boolean isDark(int x, int y) {
    return dark.get(x, y);
  }

  /** Writes 15 bits of format information at both of their places (Figure 25). */
  void format(int bits) {
    for (int i = 0; i < 15; i++) {
      boolean on = (bits >>> i & 1) != 0;
      if (i < 8) {
        put(8, i < 6 ? i : i + 1, on);
        put(size - 1 - i, 8, on);
      } else {
        put(i == 8 ? 7 : 14 - i, 8, on);
        put(8, size - 15 + i, on);
      }
    }
    put(8, size - 8, true);
  }

  private void timing() {
    for (int i = 0; i < size; i++) {
      put(6, i, i % 2 == 0);
      put(i, 6, i % 2 == 0);
    }
  }

  /** A finder pattern with its light border, as far as that lies in the symbol. */
  private void finder(int centreX, int centreY) {
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        int ring = Math.max(Math.abs(dx), Math.abs(dy));
        if (inside(centreX + dx) && inside(centreY + dy)) {
          put(centreX + dx, centreY + dy, ring != 2 && ring != 4);
        }
      }
    }
  }

  private void alignment() {
    for (int y : ALIGNMENT_CENTRES[version - 1]) {
      for (int x : ALIGNMENT_CENTRES[version - 1]) {
        boolean onFinder = x == 6 && y == 6 || x == 6 && y == size - 7 || x == size - 7 && y == 6;
        for (int i = 0; i < 25 && !onFinder; i++) {
          int dx = i % 5 - 2;
          int dy = i / 5 - 2;
          put(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
        }
      }
    }
  }

  private void versionInformation() {
    if (version < FIRST_WITH_VERSION_INFORMATION) {
      return;
    }
    int bits = BchCode.version(version);
    for (int i = 0; i < 18; i++) {
      boolean on = (bits >>> i & 1) != 0;
      put(size - 11 + i % 3, i / 3, on);
      put(i / 3, size - 11 + i % 3, on);
    }
  }

  private boolean inside(int coordinate) {
    return coordinate >= 0 && coordinate < size;
  }

  private void put(int x, int y, boolean on) {
    dark.set(x, y, on);
    taken.set(x, y, true);
  }
}
