package cn.zhixin.document.font;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Which glyph a font has for a Unicode code point (OpenType 1.9 {@code cmap}, formats 4 and 12).
 *
 * <p>Variation sequences (format 14) are not read.
 */
final class CharacterMap {
  private static final int BMP = 0x10000;

  private final char[] basic = new char[BMP];
  private int[] supplementary = new int[0];
  private char[] supplementaryGlyphs = new char[0];
  private int supplementaryCount;

  private CharacterMap() {}

  static CharacterMap read(byte[] cmap, int glyphCount) throws MalformedFont {
    ByteBuffer in = ByteBuffer.wrap(cmap);
    int best = -1;
    int bestRank = 0;
    int count = in.getShort(2) & 0xffff;
    try {
      for (int i = 0; i < count; i++) {
        int platform = in.getShort(4 + 8 * i) & 0xffff;
        int encoding = in.getShort(6 + 8 * i) & 0xffff;
        int offset = in.getInt(8 + 8 * i);
        int format = in.getShort(offset) & 0xffff;
        boolean unicode = platform == 0 || platform == 3 && (encoding == 1 || encoding == 10);
        int rank = !unicode ? 0 : format == 12 ? 2 : format == 4 ? 1 : 0;
        if (rank > bestRank) {
          bestRank = rank;
          best = offset;
        }
      }
      if (best < 0) {
        throw new MalformedFont("cmap has no Unicode subtable of format 4 or 12");
      }
      CharacterMap map = new CharacterMap();
      if (bestRank == 2) {
        map.readFormat12(in, best, glyphCount);
      } else {
        map.readFormat4(in, best, glyphCount);
      }
      return map;
    } catch (IndexOutOfBoundsException e) {
      throw new MalformedFont("cmap points outside itself", e);
    }
  }

  /** The glyph of a code point, or 0 (the missing glyph) if the font has none. */
  int glyphId(int codePoint) {
    if (codePoint < BMP) {
      return basic[codePoint];
    }
    int at = Arrays.binarySearch(supplementary, codePoint);
    return at < 0 ? 0 : supplementaryGlyphs[at];
  }

  private void readFormat12(ByteBuffer in, int start, int glyphCount) throws MalformedFont {
    int groups = in.getInt(start + 12);
    for (int i = 0, previousEnd = -1; i < groups; i++) {
      int at = start + 16 + 12 * i;
      int first = in.getInt(at);
      int last = in.getInt(at + 4);
      int glyph = in.getInt(at + 8);
      if (first <= previousEnd || last < first || last > Character.MAX_CODE_POINT) {
        throw new MalformedFont("cmap group " + i + " is out of order");
      }
      previousEnd = last;
      for (int c = first; c <= last; c++, glyph++) {
        put(c, glyph < glyphCount && glyph >= 0 ? glyph : 0);
      }
    }
    supplementary = Arrays.copyOf(supplementary, supplementaryCount);
    supplementaryGlyphs = Arrays.copyOf(supplementaryGlyphs, supplementaryCount);
  }

  private void put(int codePoint, int glyph) {
    if (codePoint < BMP) {
      basic[codePoint] = (char) glyph;
    } else if (glyph != 0) {
      if (supplementaryCount == supplementary.length) {
        int capacity = Math.max(1024, 2 * supplementaryCount);
        supplementary = Arrays.copyOf(supplementary, capacity);
        supplementaryGlyphs = Arrays.copyOf(supplementaryGlyphs, capacity);
      }
      supplementary[supplementaryCount] = codePoint;
      supplementaryGlyphs[supplementaryCount++] = (char) glyph;
    }
  }

  private void readFormat4(ByteBuffer in, int start, int glyphCount) {
    int segments = (in.getShort(start + 6) & 0xffff) / 2;
    int ends = start + 14;
    int starts = ends + 2 * segments + 2;
    int deltas = starts + 2 * segments;
    int offsets = deltas + 2 * segments;
    for (int i = 0; i < segments; i++) {
      int first = in.getShort(starts + 2 * i) & 0xffff;
      int last = in.getShort(ends + 2 * i) & 0xffff;
      int delta = in.getShort(deltas + 2 * i);
      int offset = in.getShort(offsets + 2 * i) & 0xffff;
      for (int c = first; c <= last && c != 0xffff; c++) {
        int glyph = c;
        if (offset != 0) {
          glyph = in.getShort(offsets + 2 * i + offset + 2 * (c - first)) & 0xffff;
        }
        glyph = offset != 0 && glyph == 0 ? 0 : glyph + delta & 0xffff;
        basic[c] = (char) (glyph < glyphCount ? glyph : 0);
      }
    }
  }
}
