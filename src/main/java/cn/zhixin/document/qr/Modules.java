package cn.zhixin.document.qr;

/**
 * A square of modules as bits: bit {@code x % 64} of long {@code y × longsPerRow + x / 64} is the
 * module in column x of row y; 1 is dark. Bits right of the symbol are 0.
 */
final class Modules {
  /** The widest symbol that takes one long a row. */
  static final int NARROW = 63;

  private final int size;
  private final int longsPerRow;
  private final long[] rows;

  Modules(int size) {
    this.size = size;
    this.longsPerRow = longsPerRow(size);
    this.rows = new long[size * longsPerRow];
  }

  static int longsPerRow(int size) {
    return size <= NARROW ? 1 : 2;
  }

  int size() {
    return size;
  }

  long[] rows() {
    return rows;
  }

  void set(int x, int y, boolean dark) {
    int at = y * longsPerRow + x / 64;
    rows[at] = dark ? rows[at] | 1L << x : rows[at] & ~(1L << x);
  }

  boolean get(int x, int y) {
    return (rows[y * longsPerRow + x / 64] >>> x & 1) != 0;
  }
}
