package cn.zhixin.document.qr;

import cn.zhixin.encoding.Bytes;

/** A finished symbol without its quiet zone. Immutable. */
public final class QrSymbol {
  /** Light modules that must be left free on each side (ISO/IEC 18004:2015 §9.1). */
  public static final int QUIET_ZONE = 4;

  private final int version;
  private final ErrorCorrection level;
  private final int mask;
  private final int size;
  private final long[] rows;

  /** Takes the rows as they are. */
  QrSymbol(int version, ErrorCorrection level, int mask, long[] rows) {
    this.version = version;
    this.level = level;
    this.mask = mask;
    this.size = FunctionPatterns.size(version);
    this.rows = rows;
  }

  /** 1 to 13. */
  public int version() {
    return version;
  }

  public ErrorCorrection level() {
    return level;
  }

  /** 0 to 7. */
  public int mask() {
    return mask;
  }

  /** Modules a side, 21 to 69. */
  public int size() {
    return size;
  }

  /** Column from the left, row from the top, both from 0. */
  public boolean isDark(int x, int y) {
    if (x < 0 || x >= size || y < 0 || y >= size) {
      throw new IndexOutOfBoundsException(x + ", " + y + " in a symbol of " + size + " modules");
    }
    return (rows[y * Modules.longsPerRow(size) + x / 64] >>> x & 1) != 0;
  }

  /** Bytes of {@link #writePacked}. */
  public int packedSize() {
    return size * bytesPerRow();
  }

  /** Bytes of one packed row. */
  public int bytesPerRow() {
    return (size + 7) / 8;
  }

  /**
   * Writes the modules as a PDF image of 1 bit a component in DeviceGray (ISO 32000-2 §8.9.5.2):
   * top row first, leftmost module in the highest bit, 0 is dark, each row filled up with 1 to a
   * byte.
   *
   * @return index after the last byte written
   */
  public int writePacked(byte[] target, int offset) {
    int longsPerRow = Modules.longsPerRow(size);
    int bytesPerRow = bytesPerRow();
    int at = offset;
    for (int y = 0; y < size; y++) {
      long word = 0;
      for (int i = 0; i < bytesPerRow; i++) {
        word = i % 8 == 0 ? ~Long.reverse(rows[y * longsPerRow + i / 8]) : word << 8;
        target[at++] = (byte) (word >>> 56);
      }
    }
    return at;
  }

  /** As {@link #writePacked}. */
  public Bytes packed() {
    byte[] target = new byte[packedSize()];
    writePacked(target, 0);
    return Bytes.wrap(target);
  }
}
