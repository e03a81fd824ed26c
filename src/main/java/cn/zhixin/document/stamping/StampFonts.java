package cn.zhixin.document.stamping;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.Refusal;
import cn.zhixin.document.font.FontChain;
import cn.zhixin.document.font.FontFace;
import cn.zhixin.document.font.GlyphSubset;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The characters a stamp shows, by font. Confined to one thread. */
final class StampFonts {
  private final FontChain chain;
  private final Map<FontFace, GlyphSubset> subsets = new LinkedHashMap<>();

  StampFonts(FontChain chain) {
    this.chain = chain;
  }

  /** In ems. */
  double width(String text) throws ContentRefused {
    double width = 0;
    for (int codePoint : text.codePoints().toArray()) {
      FontFace face = face(codePoint);
      width += face.font().advance(face.font().glyphId(codePoint)) / 1000.0;
    }
    return width;
  }

  /** Operators that show the text within a text object (ISO 32000-2 §9.4.3). */
  String show(String text, double size) throws ContentRefused {
    StringBuilder out = new StringBuilder();
    FontFace set = null;
    for (int codePoint : text.codePoints().toArray()) {
      FontFace face = face(codePoint);
      if (face != set) {
        out.append(set == null ? "" : ">Tj ").append(name(face)).append(' ');
        out.append(PageOperators.number(size)).append(" Tf <");
        set = face;
      }
      out.append(String.format("%04X", subset(face).add(codePoint)));
    }
    return set == null ? "" : out.append(">Tj\n").toString();
  }

  private FontFace face(int codePoint) throws ContentRefused {
    FontFace face = chain.faceFor(codePoint);
    if (face == null) {
      throw new ContentRefused(new Refusal.MissingGlyph("stamp", codePoint));
    }
    return face;
  }

  private GlyphSubset subset(FontFace face) {
    return subsets.computeIfAbsent(face, each -> new GlyphSubset(each.font()));
  }

  private String name(FontFace face) {
    return "/S" + chain.faces().indexOf(face);
  }

  /** The page's font resources, once everything was shown. */
  COSDictionary resources(PDDocument document) throws IOException {
    COSDictionary fonts = new COSDictionary();
    for (Map.Entry<FontFace, GlyphSubset> each : subsets.entrySet()) {
      fonts.setItem(
          COSName.getPDFName(name(each.getKey()).substring(1)),
          EmbeddedSubset.of(each.getKey(), each.getValue(), document));
    }
    return fonts;
  }
}
