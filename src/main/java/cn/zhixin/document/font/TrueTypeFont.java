package cn.zhixin.document.font;

import java.nio.ByteBuffer;

/**
 * One font with TrueType outlines; safe for all threads.
 *
 * <p>Lengths are in thousandths of the em unless they are called units.
 */
public final class TrueTypeFont {
  private final CharacterMap characters;
  private final GlyphTable glyphs;
  private final char[] advances;
  private final short[] leftBearings;
  private final char[] advanceUnits;
  private final int unitsPerEm;
  private final byte[] head;
  private final byte[] hhea;
  private final byte[] maxp;

  private TrueTypeFont(SfntTables tables) throws MalformedFont {
    head = tables.table("head", 54);
    hhea = tables.table("hhea", 36);
    maxp = tables.table("maxp", 6);
    unitsPerEm = ByteBuffer.wrap(head).getShort(18) & 0xffff;
    if (unitsPerEm < 16 || unitsPerEm > 16384) {
      throw new MalformedFont("unitsPerEm is " + unitsPerEm + ", expected 16 to 16384");
    }
    int glyphCount = ByteBuffer.wrap(maxp).getShort(4) & 0xffff;
    int metrics = ByteBuffer.wrap(hhea).getShort(34) & 0xffff;
    if (glyphCount == 0 || metrics == 0 || metrics > glyphCount) {
      throw new MalformedFont(metrics + " widths for " + glyphCount + " glyphs");
    }
    boolean longOffsets = ByteBuffer.wrap(head).getShort(50) == 1;
    byte[] loca = tables.table("loca", (glyphCount + 1) * (longOffsets ? 4 : 2));
    glyphs = GlyphTable.read(tables.table("glyf", 0), loca, glyphCount, longOffsets);
    characters = CharacterMap.read(tables.table("cmap", 4), glyphCount);
    advances = new char[glyphCount];
    advanceUnits = new char[glyphCount];
    leftBearings = new short[glyphCount];
    ByteBuffer hmtx =
        ByteBuffer.wrap(tables.table("hmtx", 4 * metrics + 2 * (glyphCount - metrics)));
    for (int i = 0; i < glyphCount; i++) {
      advanceUnits[i] = (char) hmtx.getShort(4 * Math.min(i, metrics - 1));
      advances[i] = (char) perMille(advanceUnits[i]);
      leftBearings[i] = hmtx.getShort(i < metrics ? 4 * i + 2 : 4 * metrics + 2 * (i - metrics));
    }
  }

  /** Reads a bare TrueType file or a WOFF 1.0 file. */
  public static TrueTypeFont read(byte[] file) throws MalformedFont {
    return new TrueTypeFont(SfntTables.read(file));
  }

  /** The glyph of a code point, or 0 if the font has none. */
  public int glyphId(int codePoint) {
    return characters.glyphId(codePoint);
  }

  public int advance(int glyphId) {
    return advances[glyphId];
  }

  /** Left, bottom, right and top of the box around all glyphs. */
  public int[] boundingBox() {
    int[] box = new int[4];
    for (int i = 0; i < 4; i++) {
      box[i] = perMille(ByteBuffer.wrap(head).getShort(36 + 2 * i));
    }
    return box;
  }

  public int ascent() {
    return perMille(ByteBuffer.wrap(hhea).getShort(4));
  }

  /** Below zero for a font that reaches below the baseline. */
  public int descent() {
    return perMille(ByteBuffer.wrap(hhea).getShort(6));
  }

  private int perMille(int units) {
    return (int) Math.round(units * 1000.0 / unitsPerEm);
  }

  Glyph glyph(int glyphId) {
    return glyphs.glyph(glyphId);
  }

  /** What outlines of this font are coded with. */
  OutlineCode outlineCode() {
    return glyphs.code();
  }

  int glyphCount() {
    return advances.length;
  }

  /** Advance and left bearing in units as one entry of {@code hmtx}. */
  int horizontalMetric(int glyphId) {
    return advanceUnits[glyphId] << 16 | leftBearings[glyphId] & 0xffff;
  }

  byte[] head() {
    return head;
  }

  byte[] hhea() {
    return hhea;
  }

  byte[] maxp() {
    return maxp;
  }
}
