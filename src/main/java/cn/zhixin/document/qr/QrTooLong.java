package cn.zhixin.document.qr;

/** The text does not fit into the largest symbol that is still readable in print. */
public final class QrTooLong extends Exception {
  private static final long serialVersionUID = 1L;

  private final int bits;
  private final int capacity;

  QrTooLong(int bits, int capacity) {
    super(
        "the QR text needs "
            + bits
            + " bits, but version "
            + BlockStructure.MAXIMUM_VERSION
            + " with error correction M holds "
            + capacity);
    this.bits = bits;
    this.capacity = capacity;
  }

  /** What the text needs, in bits. */
  public int bits() {
    return bits;
  }

  /** What the largest symbol holds, in bits. */
  public int capacity() {
    return capacity;
  }
}
