package cn.zhixin.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.FontFace;
import cn.zhixin.document.font.GlyphSubset;
import cn.zhixin.document.font.TrueTypeFont;

/**
 * The dictionaries and the ToUnicode map of an embedded subset (ISO 32000-1 §9.7, §9.8, §9.10.3).
 *
 * <p>CIDs are the subset's own numbers, so that the map from CIDs to glyphs is the identity.
 */
final class SubsetFont {
  private static final int LARGEST_RANGE = 100;
  private static final int USUAL_WIDTH = 1000;

  static final byte[] TYPE_ZERO = ascii("<</Type/Font/Subtype/Type0/BaseFont/");
  static final byte[] DESCENDANT = ascii("/Encoding/Identity-H/DescendantFonts[");
  static final byte[] TO_UNICODE = ascii(" 0 R]/ToUnicode ");
  static final byte[] CID_FONT =
      ascii(
          "<</Type/Font/Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
              + "/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/BaseFont/");
  static final byte[] DESCRIPTOR = ascii("/FontDescriptor ");
  static final byte[] WIDTHS = ascii(" 0 R/W[");
  static final byte[] FONT_NAME = ascii("<</Type/FontDescriptor/FontName/");
  static final byte[] END_REFERENCE = ascii(" 0 R>>");
  static final byte[] CMAP_BEGIN =
      ascii(
          "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo"
              + "<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
              + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
              + "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
  static final byte[] RANGE_BEGIN = ascii("1 beginbfrange\n<");
  static final byte[] RANGE_END = ascii("]\nendbfrange\n");
  static final byte[] CMAP_END =
      ascii("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend");

  private final byte[] name;
  private final byte[] metrics;

  SubsetFont(FontFace face) {
    name = ascii("+" + face.postScriptName());
    TrueTypeFont font = face.font();
    int[] box = font.boundingBox();
    // Flag 3, symbolic: the encoding is the subset's own.
    metrics =
        ascii(
            String.format(
                "/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"
                    + "/CapHeight 700/StemV 80/FontFile2 ",
                box[0], box[1], box[2], box[3], font.ascent(), font.descent()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  void typeZero(ByteBuilder out, GlyphSubset subset, int cidFont, int toUnicode) {
    out.append(TYPE_ZERO);
    baseName(out, subset);
    out.append(DESCENDANT).decimal(cidFont).append(TO_UNICODE).decimal(toUnicode);
    out.append(END_REFERENCE);
  }

  void cidFont(ByteBuilder out, GlyphSubset subset, int descriptor) {
    out.append(CID_FONT);
    baseName(out, subset);
    out.append(DESCRIPTOR).decimal(descriptor).append(WIDTHS);
    for (int id = 0; id < subset.size(); id++) {
      int advance = subset.advanceOf(id);
      if (advance != USUAL_WIDTH) {
        out.decimal(id).append('[').decimal(advance).append(']');
      }
    }
    out.append(']').append('>').append('>');
  }

  void descriptor(ByteBuilder out, GlyphSubset subset, int fontFile) {
    out.append(FONT_NAME);
    baseName(out, subset);
    out.append(metrics).decimal(fontFile).append(END_REFERENCE);
  }

  /** Six letters that differ between subsets, then the font's name (§9.6.4). */
  private void baseName(ByteBuilder out, GlyphSubset subset) {
    int rest = subset.fingerprint() & Integer.MAX_VALUE;
    for (int i = 0; i < 6; i++) {
      out.append('A' + rest % 26);
      rest /= 26;
    }
    out.append(name);
  }

  /**
   * As ranges with an array of characters each: eight bytes a character less than one by one
   * (§9.10.3).
   */
  void toUnicode(ByteBuilder out, GlyphSubset subset) {
    out.append(CMAP_BEGIN);
    int id = 1;
    while (id < subset.size()) {
      int end = endOfRange(subset, id);
      if (end > id) {
        range(out, subset, id, end);
      }
      id = Math.max(end, id + 1);
    }
    out.append(CMAP_END);
  }

  /** Numbers of one range differ in their last byte only; parts of glyphs have no character. */
  private static int endOfRange(GlyphSubset subset, int start) {
    int limit = Math.min(Math.min(subset.size(), start + LARGEST_RANGE), (start | 0xff) + 1);
    int end = start;
    while (end < limit && subset.characterOf(end) != 0) {
      end++;
    }
    return end;
  }

  private static void range(ByteBuilder out, GlyphSubset subset, int start, int end) {
    out.append(RANGE_BEGIN).hex16(start).append('>').append('<').hex16(end - 1);
    out.append('>').append('[');
    for (int id = start; id < end; id++) {
      int codePoint = subset.characterOf(id);
      out.append('<');
      if (Character.isBmpCodePoint(codePoint)) {
        out.hex16(codePoint);
      } else {
        out.hex16(Character.highSurrogate(codePoint)).hex16(Character.lowSurrogate(codePoint));
      }
      out.append('>');
    }
    out.append(RANGE_END);
  }
}
