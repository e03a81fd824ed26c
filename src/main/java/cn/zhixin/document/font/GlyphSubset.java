package cn.zhixin.document.font;

import java.util.Arrays;

/**
 * The characters of one font that a document shows, numbered in the order of first use.
 *
 * <p>The numbers are the document's CIDs: 0 is the missing glyph, each character has its own number
 * even where two characters share a glyph (so that copied text is exact), and parts of composite
 * glyphs have numbers without a character. Confined to one thread until nothing is added any more.
 */
public final class GlyphSubset {
  private static final int BMP = 0x10000;

  private final TrueTypeFont font;
  private final char[] idOfGlyph;
  private final char[] idOfBasicCharacter = new char[BMP];
  private int[] glyphIds = new int[64];
  private int[] characters = new int[64];
  private int size;
  private int fingerprint;

  public GlyphSubset(TrueTypeFont font) {
    this.font = font;
    this.idOfGlyph = new char[font.glyphCount()];
    number(0, 0);
  }

  /** Makes it hold nothing but the missing glyph. */
  public void clear() {
    for (int id = 0; id < size; id++) {
      idOfGlyph[glyphIds[id]] = 0;
      if (characters[id] < BMP) {
        idOfBasicCharacter[characters[id]] = 0;
      }
    }
    size = 0;
    fingerprint = 0;
    number(0, 0);
  }

  /** How many numbers are given, the missing glyph's included. */
  public int size() {
    return size;
  }

  /** The character behind a number, or 0 for the missing glyph and for parts. */
  public int characterOf(int id) {
    return characters[id];
  }

  /** In thousandths of the em. */
  public int advanceOf(int id) {
    return font.advance(glyphIds[id]);
  }

  /** A number that differs between subsets of different characters, but for chance. */
  public int fingerprint() {
    return fingerprint;
  }

  /** The number of a character, or 0 if it was never added. */
  public int find(int codePoint) {
    if (codePoint < BMP) {
      return idOfBasicCharacter[codePoint];
    }
    for (int id = 1; id < size; id++) {
      if (characters[id] == codePoint) {
        return id;
      }
    }
    return 0;
  }

  /**
   * The number of a character, given now if it has none yet.
   *
   * @param codePoint a character the font has
   */
  public int add(int codePoint) {
    int known = find(codePoint);
    if (known != 0) {
      return known;
    }
    int glyphId = font.glyphId(codePoint);
    if (glyphId == 0) {
      throw new IllegalArgumentException("no glyph for U+" + Integer.toHexString(codePoint));
    }
    int id = idOfGlyph[glyphId];
    if (id != 0 && characters[id] == 0) {
      characters[id] = codePoint;
    } else {
      id = number(glyphId, codePoint);
    }
    if (codePoint < BMP) {
      idOfBasicCharacter[codePoint] = (char) id;
    }
    fingerprint = fingerprint * 31 + codePoint;
    return id;
  }

  private int number(int glyphId, int codePoint) {
    if (size == glyphIds.length) {
      glyphIds = Arrays.copyOf(glyphIds, 2 * size);
      characters = Arrays.copyOf(characters, 2 * size);
    }
    int id = size++;
    glyphIds[id] = glyphId;
    characters[id] = codePoint;
    idOfGlyph[glyphId] = (char) id;
    for (int part : font.glyph(glyphId).components) {
      if (part != 0 && idOfGlyph[part] == 0) {
        number(part, 0);
      }
    }
    return id;
  }

  TrueTypeFont font() {
    return font;
  }

  Glyph glyph(int id) {
    return font.glyph(glyphIds[id]);
  }

  int horizontalMetric(int id) {
    return font.horizontalMetric(glyphIds[id]);
  }

  /** The outline as it stands in the subset: a composite's parts carry their new numbers. */
  byte[] outline(int id) {
    Glyph glyph = glyph(id);
    if (!glyph.isComposite()) {
      return glyph.outline;
    }
    byte[] outline = glyph.outline.clone();
    for (int i = 0; i < glyph.components.length; i++) {
      int part = idOfGlyph[glyph.components[i]];
      outline[glyph.componentOffsets[i]] = (byte) (part >> 8);
      outline[glyph.componentOffsets[i] + 1] = (byte) part;
    }
    return outline;
  }
}
