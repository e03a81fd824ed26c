package cn.zhixin.document.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The tables of one TrueType font, from a bare file (OpenType 1.9 "Font File") or from WOFF 1.0
 * (W3C Recommendation, §3 to §5).
 */
final class SfntTables {
  private static final int WOFF = 0x774F4646;
  private static final int TRUE_TYPE = 0x00010000;

  /** A font is small against this; a damaged length must not ask for gigabytes. */
  private static final int LARGEST_TABLE = 64 << 20;

  private record Entry(int offset, int storedLength, int length) {}

  private final byte[] file;
  private final Map<String, Entry> entries = new HashMap<>();

  private SfntTables(byte[] file) {
    this.file = file;
  }

  static SfntTables read(byte[] file) throws MalformedFont {
    if (file.length < 12) {
      throw new MalformedFont("a font has at least 12 bytes, this one " + file.length);
    }
    SfntTables tables = new SfntTables(file);
    ByteBuffer in = ByteBuffer.wrap(file);
    int signature = in.getInt(0);
    if (signature == WOFF) {
      tables.readDirectory(in, in.getShort(12) & 0xffff, 44, 20);
    } else if (signature == TRUE_TYPE) {
      tables.readDirectory(in, in.getShort(4) & 0xffff, 12, 16);
    } else {
      throw new MalformedFont(
          "expected WOFF or a TrueType font, found the signature 0x"
              + Integer.toHexString(signature));
    }
    return tables;
  }

  private void readDirectory(ByteBuffer in, int count, int start, int step) throws MalformedFont {
    if (start + count * step > file.length) {
      throw new MalformedFont("the directory of " + count + " tables goes past the end");
    }
    for (int i = 0; i < count; i++) {
      int at = start + i * step;
      String tag = new String(file, at, 4, StandardCharsets.US_ASCII);
      Entry entry =
          step == 20
              ? new Entry(in.getInt(at + 4), in.getInt(at + 8), in.getInt(at + 12))
              : new Entry(in.getInt(at + 8), in.getInt(at + 12), in.getInt(at + 12));
      boolean inside =
          entry.offset >= 0
              && entry.storedLength >= 0
              && (long) entry.offset + entry.storedLength <= file.length
              && entry.length >= entry.storedLength
              && entry.length <= LARGEST_TABLE;
      if (!inside) {
        throw new MalformedFont("table " + tag + " lies outside the file: " + entry);
      }
      entries.put(tag, entry);
    }
  }

  /**
   * A table's bytes, decompressed.
   *
   * @param atLeast fewer bytes than this are an error
   */
  byte[] table(String tag, int atLeast) throws MalformedFont {
    Entry entry = entries.get(tag);
    if (entry == null) {
      throw new MalformedFont("no table " + tag + "; a font with TrueType outlines is needed");
    }
    if (entry.length < atLeast) {
      throw new MalformedFont(
          "table " + tag + " has " + entry.length + " bytes, expected at least " + atLeast);
    }
    return entry.storedLength == entry.length
        ? Arrays.copyOfRange(file, entry.offset, entry.offset + entry.length)
        : inflate(tag, entry);
  }

  private byte[] inflate(String tag, Entry entry) throws MalformedFont {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, entry.offset, entry.storedLength);
      byte[] table = new byte[entry.length];
      int length = inflater.inflate(table);
      if (length != entry.length) {
        throw new MalformedFont(
            "table " + tag + " inflates to " + length + " bytes, expected " + entry.length);
      }
      return table;
    } catch (DataFormatException e) {
      throw new MalformedFont("table " + tag + " is not zlib data", e);
    } finally {
      inflater.end();
    }
  }
}
