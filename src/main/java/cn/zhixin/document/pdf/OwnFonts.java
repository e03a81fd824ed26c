package cn.zhixin.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.GlyphSubset;
import cn.zhixin.document.font.SubsetFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the font subsets of one certificate. Confined to one thread. */
final class OwnFonts {
  static final int LENGTH_DIGITS = 8;

  static final byte[] BEGIN = " 0 obj\n".getBytes(ISO_8859_1);
  static final byte[] END = "\nendobj\n".getBytes(ISO_8859_1);
  static final byte[] FONT_FILE = " 0 obj\n<</Filter/FlateDecode/Length1 ".getBytes(ISO_8859_1);
  static final byte[] LENGTH = "/Length ".getBytes(ISO_8859_1);
  static final byte[] BEGIN_LENGTH = " 0 obj\n<</Length ".getBytes(ISO_8859_1);
  static final byte[] BEGIN_STREAM = ">>\nstream\n".getBytes(ISO_8859_1);
  static final byte[] END_STREAM = "\nendstream\nendobj\n".getBytes(ISO_8859_1);

  private final List<PageFace> faces;
  private final @Nullable SubsetFont[] fonts;
  private final SubsetFile file = new SubsetFile();

  OwnFonts(List<PageFace> faces) {
    this.faces = faces;
    this.fonts = new SubsetFont[faces.size()];
  }

  /** Writes all that have characters; gives the entries of the font resources. */
  String write(ByteBuilder out, XrefRows xref, OwnGlyphs glyphs) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < fonts.length; i++) {
      GlyphSubset subset = glyphs.subset(i);
      if (subset != null) {
        names.append("/D").append(i).append(' ').append(write(out, xref, font(i), subset));
        names.append(" 0 R");
      }
    }
    return names.toString();
  }

  private SubsetFont font(int index) {
    SubsetFont font = fonts[index];
    if (font == null) {
      font = new SubsetFont(faces.get(index).face);
      fonts[index] = font;
    }
    return font;
  }

  private int write(ByteBuilder out, XrefRows xref, SubsetFont font, GlyphSubset subset) {
    int typeZero = xref.reserve();
    int cidFont = xref.reserve();
    int descriptor = xref.reserve();
    int fontFile = xref.reserve();
    int toUnicode = xref.reserve();
    begin(out, xref, typeZero, BEGIN);
    font.typeZero(out, subset, cidFont, toUnicode);
    out.append(END);
    begin(out, xref, cidFont, BEGIN);
    font.cidFont(out, subset, descriptor);
    out.append(END);
    begin(out, xref, descriptor, BEGIN);
    font.descriptor(out, subset, fontFile);
    out.append(END);

    begin(out, xref, fontFile, FONT_FILE);
    int fullLength = out.skip(LENGTH_DIGITS);
    out.append(LENGTH);
    int length = out.skip(LENGTH_DIGITS);
    int start = out.append(BEGIN_STREAM).size();
    out.setDecimal(fullLength, file.write(subset, out), LENGTH_DIGITS);
    out.setDecimal(length, out.size() - start, LENGTH_DIGITS);
    out.append(END_STREAM);

    begin(out, xref, toUnicode, BEGIN_LENGTH);
    int mapLength = out.skip(LENGTH_DIGITS);
    int mapStart = out.append(BEGIN_STREAM).size();
    font.toUnicode(out, subset);
    out.setDecimal(mapLength, out.size() - mapStart, LENGTH_DIGITS);
    out.append(END_STREAM);
    return typeZero;
  }

  private static void begin(ByteBuilder out, XrefRows xref, int number, byte[] opening) {
    xref.atOffset(number, out.size());
    out.decimal(number).append(opening);
  }
}
