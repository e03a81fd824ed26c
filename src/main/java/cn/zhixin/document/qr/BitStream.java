package cn.zhixin.document.qr;

/** Collects bits, most significant first, into the data codewords of a symbol. */
final class BitStream {
  private static final byte PAD_EVEN = (byte) 0b1110_1100;
  private static final byte PAD_ODD = (byte) 0b0001_0001;

  private final byte[] codewords;
  private int full;
  private long pending;
  private int pendingBits;

  /** Writes into the array from its start on. */
  BitStream(byte[] codewords) {
    this.codewords = codewords;
  }

  void clear() {
    full = 0;
    pending = 0;
    pendingBits = 0;
  }

  /**
   * Appends the low bits of a value.
   *
   * @param value without bits above the width
   * @param width 0 to 32
   */
  void append(int value, int width) {
    pending = pending << width | value;
    pendingBits += width;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      codewords[full++] = (byte) (pending >>> pendingBits);
    }
  }

  /**
   * Appends terminator and padding up to so many codewords (ISO/IEC 18004:2015 §7.4.9, §7.4.10).
   */
  void finish(int dataCodewords) {
    append(0, Math.min(4, 8 * (dataCodewords - full) - pendingBits));
    append(0, (8 - pendingBits) % 8);
    for (boolean even = true; full < dataCodewords; even = !even) {
      codewords[full++] = even ? PAD_EVEN : PAD_ODD;
    }
  }
}
