package cn.zhixin.encoding;

/** Text that is not the decimal form of any bytes. */
public final class MalformedDigits extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  MalformedDigits(int offset, String expected, String found) {
    super("at digit " + offset + ": expected " + expected + ", found " + found);
    this.offset = offset;
  }

  /** Zero-based, in characters. */
  public int offset() {
    return offset;
  }
}
