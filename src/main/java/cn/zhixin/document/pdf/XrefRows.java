package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;

/** The rows of a cross-reference stream with {@code /W[1 3 2]} (ISO 32000-1 §7.5.8). */
final class XrefRows {
  private static final int ROW = 6;
  private static final int LARGEST_OFFSET = 0xFFFFFF;

  private final ByteBuilder rows;

  XrefRows() {
    rows = new ByteBuilder(64 * ROW);
    // Object 0 heads the (empty) list of free objects.
    row(0, 0, 0, 0xFFFF);
  }

  XrefRows(XrefRows other) {
    rows = new ByteBuilder(other.rows.size() + 64 * ROW);
    rows.append(other.rows.array(), 0, other.rows.size());
  }

  /** How many objects there are, object 0 included: {@code /Size}. */
  int count() {
    return rows.size() / ROW;
  }

  int byteCount() {
    return rows.size();
  }

  /** Gives the next object number. */
  int reserve() {
    int number = count();
    rows.skip(ROW);
    row(number, 0, 0, 0xFFFF);
    return number;
  }

  /** Forgets the objects from a number on. */
  void truncate(int count) {
    rows.truncate(count * ROW);
  }

  void atOffset(int number, int offset) {
    if (offset > LARGEST_OFFSET) {
      throw new IllegalStateException("a document of more than 16 MiB");
    }
    row(number, 1, offset, 0);
  }

  void inStream(int number, int stream, int index) {
    row(number, 2, stream, index);
  }

  void writeTo(ByteBuilder out) {
    out.append(rows.array(), 0, rows.size());
  }

  /**
   * The rows as differences to the row above, which deflate to nearly nothing: PNG's predictor "up"
   * (ISO 32000-1 §7.4.4.4).
   */
  byte[] differences() {
    byte[] all = rows.array();
    byte[] out = new byte[count() * (1 + ROW)];
    for (int row = 0, to = 0; row < count(); row++) {
      out[to++] = 2;
      for (int i = row * ROW; i < (row + 1) * ROW; i++) {
        out[to++] = (byte) (all[i] - (row == 0 ? 0 : all[i - ROW]));
      }
    }
    return out;
  }

  private void row(int number, int type, int second, int third) {
    if (number * ROW == rows.size()) {
      rows.skip(ROW);
    }
    byte[] bytes = rows.array();
    int at = number * ROW;
    bytes[at] = (byte) type;
    bytes[at + 1] = (byte) (second >> 16);
    bytes[at + 2] = (byte) (second >> 8);
    bytes[at + 3] = (byte) second;
    bytes[at + 4] = (byte) (third >> 8);
    bytes[at + 5] = (byte) third;
  }
}
