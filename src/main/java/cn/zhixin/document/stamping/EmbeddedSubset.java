package cn.zhixin.document.stamping;

import cn.zhixin.document.font.FontFace;
import cn.zhixin.document.font.GlyphSubset;
import cn.zhixin.document.font.SubsetFile;
import cn.zhixin.document.font.TrueTypeFont;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A composite font with exactly the characters of a subset (ISO 32000-2 §9.7, §9.8, §9.10.3); CIDs
 * are the subset's own numbers.
 */
final class EmbeddedSubset {
  private static final String CMAP =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo"
          + "<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
          + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
          + "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
          + "%sendcmap\nCMapName currentdict/CMap defineresource pop\nend\nend";

  private final String name;
  private final TrueTypeFont font;
  private final GlyphSubset subset;
  private final PDDocument document;

  private EmbeddedSubset(FontFace face, GlyphSubset subset, PDDocument document) {
    this.name = tag(subset.fingerprint()) + "+" + face.postScriptName();
    this.font = face.font();
    this.subset = subset;
    this.document = document;
  }

  static COSDictionary of(FontFace face, GlyphSubset subset, PDDocument document)
      throws IOException {
    return new EmbeddedSubset(face, subset, document).typeZero();
  }

  /** Six letters (§9.9.2). */
  private static String tag(int fingerprint) {
    StringBuilder tag = new StringBuilder();
    for (int rest = fingerprint & Integer.MAX_VALUE; tag.length() < 6; rest /= 26) {
      tag.append((char) ('A' + rest % 26));
    }
    return tag.toString();
  }

  private COSDictionary typeZero() throws IOException {
    COSDictionary type = dictionary("Font", "Type0");
    type.setName(COSName.BASE_FONT, name);
    type.setName(COSName.ENCODING, "Identity-H");
    COSArray descendants = new COSArray();
    descendants.add(cidFont());
    type.setItem(COSName.DESCENDANT_FONTS, descendants);
    byte[] map = String.format(CMAP, characters()).getBytes(StandardCharsets.US_ASCII);
    type.setItem(COSName.TO_UNICODE, stream(map));
    return type;
  }

  private COSDictionary cidFont() throws IOException {
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    COSDictionary cid = dictionary("Font", "CIDFontType2");
    cid.setName(COSName.BASE_FONT, name);
    cid.setItem(COSName.CIDSYSTEMINFO, system);
    cid.setName(COSName.CID_TO_GID_MAP, "Identity");
    cid.setItem(COSName.W, widths());
    cid.setItem(COSName.FONT_DESC, descriptor());
    return cid;
  }

  private COSArray widths() {
    COSArray each = new COSArray();
    for (int id = 0; id < subset.size(); id++) {
      each.add(COSInteger.get(subset.advanceOf(id)));
    }
    COSArray widths = new COSArray();
    widths.add(COSInteger.ZERO);
    widths.add(each);
    return widths;
  }

  private COSDictionary descriptor() throws IOException {
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, name);
    // symbolic: the encoding is the subset's own
    descriptor.setInt(COSName.FLAGS, 4);
    COSArray box = new COSArray();
    for (int edge : font.boundingBox()) {
      box.add(COSInteger.get(edge));
    }
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, font.ascent());
    descriptor.setInt(COSName.DESCENT, font.descent());
    descriptor.setInt(COSName.CAP_HEIGHT, 700);
    descriptor.setInt(COSName.STEM_V, 80);
    byte[] file = new SubsetFile().uncompressed(subset);
    PDStream stream = stream(file);
    stream.getCOSObject().setInt(COSName.LENGTH1, file.length);
    descriptor.setItem(COSName.FONT_FILE2, stream);
    return descriptor;
  }

  /** One at a time: a stamp has few. */
  private String characters() {
    StringBuilder all = new StringBuilder();
    for (int id = 1; id < subset.size(); id++) {
      int codePoint = subset.characterOf(id);
      if (codePoint != 0) {
        all.append(String.format("1 beginbfchar\n<%04X><", id));
        for (char unit : Character.toChars(codePoint)) {
          all.append(String.format("%04X", (int) unit));
        }
        all.append(">\nendbfchar\n");
      }
    }
    return all.toString();
  }

  private PDStream stream(byte[] content) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
  }

  private static COSDictionary dictionary(String type, String subtype) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setName(COSName.TYPE, type);
    dictionary.setName(COSName.SUBTYPE, subtype);
    return dictionary;
  }
}
