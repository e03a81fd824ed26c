package cn.zhixin.encoding;

/** Bytes that are not the deterministic CBOR that was expected. */
public final class MalformedCbor extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String expected;
  private final String found;

  public MalformedCbor(int offset, String expected, String found) {
    super("at byte " + offset + ": expected " + expected + ", found " + found);
    this.offset = offset;
    this.expected = expected;
    this.found = found;
  }

  /** Zero-based, of the item's head. */
  public int offset() {
    return offset;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
