package cn.zhixin.document.font;

import cn.zhixin.document.buffer.ByteBuilder;
import java.util.zip.Adler32;

/**
 * Writes a subset as a TrueType font program for {@code /FontFile2} (ISO 32000-1 §9.9), already
 * zlib-compressed (RFC 1950).
 *
 * <p>The small tables go in uncompressed blocks, the outlines in one block of pieces that were
 * coded once per font: nothing is compressed per document. Confined to one thread.
 */
public final class SubsetFile {
  private static final int DIRECTORY = 12 + 16 * 6;
  private static final int INDEX_TO_LOC_FORMAT = 50;
  private static final int LONG_OFFSETS = 1;
  private static final int HEAD = 0x68656164;
  private static final int HHEA = 0x68686561;
  private static final int MAXP = 0x6d617870;
  private static final int HMTX = 0x686d7478;
  private static final int LOCA = 0x6c6f6361;
  private static final int GLYF = 0x676c7966;

  private static final int ADLER_BASE = 65521;
  private static final int LARGEST_STORED_BLOCK = 65535;

  private final BitBuffer outlines = new BitBuffer(1 << 17);
  private final ByteBuilder tables = new ByteBuilder(4096);
  private final Adler32 adler = new Adler32();

  /**
   * Appends the compressed font.
   *
   * @return its length uncompressed, {@code /Length1}
   */
  public int write(GlyphSubset subset, ByteBuilder out) {
    int outlinesLength = writeTables(subset);
    out.append(0x78).append(0xDA);
    stored(out, tables.array(), tables.size());
    adler.reset();
    adler.update(tables.array(), 0, tables.size());
    long low = adler.getValue() & 0xffff;
    long high = adler.getValue() >>> 16;
    OutlineCode code = subset.font().outlineCode();
    outlines.clear();
    code.begin(outlines);
    for (int id = 0; id < subset.size(); id++) {
      Glyph glyph = subset.glyph(id);
      int sum;
      if (glyph.isComposite()) {
        byte[] outline = subset.outline(id);
        outlines.append(code.encode(outline));
        sum = Glyph.adler(outline);
      } else {
        outlines.append(glyph.coded);
        sum = glyph.adler;
      }
      // The sum of two strings one after the other, from their own sums (zlib's adler32_combine).
      int length = glyph.outline.length;
      high = (high + (sum >>> 16) + length * (low + ADLER_BASE - 1)) % ADLER_BASE;
      low = (low + (sum & 0xffff) + ADLER_BASE - 1) % ADLER_BASE;
    }
    code.end(outlines);
    outlines.writeTo(out);
    out.int32((int) (high << 16 | low));
    return tables.size() + outlinesLength;
  }

  /** The font uncompressed, for who compresses it as a whole. */
  public byte[] uncompressed(GlyphSubset subset) {
    writeTables(subset);
    ByteBuilder out = new ByteBuilder(1 << 14).append(tables.array(), 0, tables.size());
    for (int id = 0; id < subset.size(); id++) {
      out.append(subset.outline(id));
    }
    return out.toByteArray();
  }

  private int writeTables(GlyphSubset subset) {
    TrueTypeFont font = subset.font();
    int count = subset.size();
    tables.truncate(0);
    tables.int32(0x00010000).int16(6).int16(64).int16(2).int16(32);
    tables.skip(DIRECTORY - 12);

    int head = table(font.head());
    tables.setInt32(head + 8, 0);
    setInt16(head + INDEX_TO_LOC_FORMAT, LONG_OFFSETS);
    int hhea = table(font.hhea());
    setInt16(hhea + 34, count);
    int maxp = table(font.maxp());
    setInt16(maxp + 4, count);

    int hmtx = tables.size();
    for (int id = 0; id < count; id++) {
      tables.int32(subset.horizontalMetric(id));
    }
    int loca = tables.size();
    int offset = 0;
    int outlinesSum = 0;
    for (int id = 0; id < count; id++) {
      tables.int32(offset);
      offset += subset.glyph(id).outline.length;
      outlinesSum += subset.glyph(id).checksum;
    }
    tables.int32(offset);

    int entry = 12;
    entry = entry(entry, GLYF, outlinesSum, tables.size(), offset);
    entry = entry(entry, HEAD, head, font.head().length);
    entry = entry(entry, HHEA, hhea, font.hhea().length);
    entry = entry(entry, HMTX, hmtx, 4 * count);
    entry = entry(entry, LOCA, loca, 4 * count + 4);
    entry(entry, MAXP, maxp, font.maxp().length);
    return offset;
  }

  private int table(byte[] content) {
    int at = tables.size();
    tables.append(content);
    while (tables.size() % 4 != 0) {
      tables.append(0);
    }
    return at;
  }

  private void setInt16(int at, int value) {
    tables.array()[at] = (byte) (value >> 8);
    tables.array()[at + 1] = (byte) value;
  }

  private int entry(int at, int tag, int offset, int length) {
    int checksum = TableChecksum.of(tables.array(), offset, length + 3 & ~3);
    return entry(at, tag, checksum, offset, length);
  }

  private int entry(int at, int tag, int checksum, int offset, int length) {
    tables.setInt32(at, tag);
    tables.setInt32(at + 4, checksum);
    tables.setInt32(at + 8, offset);
    tables.setInt32(at + 12, length);
    return at + 16;
  }

  /** Uncompressed deflate blocks (RFC 1951 §3.2.4). */
  private static void stored(ByteBuilder out, byte[] bytes, int length) {
    int at = 0;
    do {
      int block = Math.min(LARGEST_STORED_BLOCK, length - at);
      out.append(0).append(block).append(block >> 8).append(~block).append(~block >> 8);
      out.append(bytes, at, block);
      at += block;
    } while (at < length);
  }
}
