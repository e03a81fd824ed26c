package cn.zhixin.document.font;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a WOFF 1.0 file to the sfnt that PDFBox reads (W3C WOFF §3 to §5). */
public final class WoffFile {
  private static final int HEADER = 44;
  private static final int DIRECTORY_ENTRY = 20;
  private static final int SFNT_HEADER = 12;
  private static final int SFNT_ENTRY = 16;

  private WoffFile() {}

  public static byte[] toSfnt(byte[] woff) throws DataFormatException {
    ByteBuffer in = ByteBuffer.wrap(woff);
    int tables = in.getShort(12);
    int size = SFNT_HEADER + SFNT_ENTRY * tables;
    for (int i = 0; i < tables; i++) {
      size += padded(in.getInt(HEADER + DIRECTORY_ENTRY * i + 12));
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(tables);
    out.putInt(in.getInt(4)).putShort((short) tables).putShort((short) (16 * power));
    out.putShort((short) Integer.numberOfTrailingZeros(power));
    out.putShort((short) (16 * (tables - power)));
    int at = SFNT_HEADER + SFNT_ENTRY * tables;
    for (int i = 0; i < tables; i++) {
      int entry = HEADER + DIRECTORY_ENTRY * i;
      int packed = in.getInt(entry + 8);
      int length = in.getInt(entry + 12);
      out.putInt(in.getInt(entry)).putInt(in.getInt(entry + 16)).putInt(at).putInt(length);
      unpack(woff, in.getInt(entry + 4), packed, out.array(), at, length);
      at += padded(length);
    }
    return out.array();
  }

  private static void unpack(byte[] in, int from, int packed, byte[] out, int to, int length)
      throws DataFormatException {
    if (packed == length) {
      System.arraycopy(in, from, out, to, length);
      return;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in, from, packed);
      int done = 0;
      while (done < length && !inflater.finished()) {
        done += inflater.inflate(out, to + done, length - done);
      }
      if (done != length) {
        throw new DataFormatException("a table inflates to " + done + " bytes, not " + length);
      }
    } finally {
      inflater.end();
    }
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }
}
