package cn.zhixin.document.pdf;

import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.template.TemplateDrawing;
import cn.zhixin.encoding.Bytes;
import java.util.Map;
import java.util.Objects;

/** Steps of a certificate's writing on their own, by the writer's own classes. For one thread. */
public final class CertificateParts {
  private final CompiledVariant variant;
  private final CertificateContent content;
  private final OwnFonts fonts;
  private final DocumentContent document;
  private final Bytes photo;
  private final QrSymbol symbol;
  private final ByteBuilder out = new ByteBuilder(1 << 16);
  private final XrefRows xref;

  /**
   * @param texts values by slot that are the same on all certificates, the issuer among them
   * @param document one with a photo
   */
  public CertificateParts(
      TemplateDrawing drawing,
      String authority,
      Map<String, String> texts,
      DocumentContent document)
      throws Exception {
    this.variant =
        new VariantCompiler(drawing, FontLibrary.bundled(), authority, texts, true).compile();
    this.content = new CertificateContent(variant);
    this.fonts = new OwnFonts(variant.faces());
    this.document = document;
    this.photo = Objects.requireNonNull(document.photo());
    this.symbol = new QrEncoder().encode(document.qr());
    this.xref = new XrefRows(variant.xref());
  }

  /** Every text fitted into its place, photo and symbol; gives the stream's length. */
  public int drawContent() throws Exception {
    content.draw(document.texts(), Jpeg.read(photo), symbol);
    return content.stream().size();
  }

  /** The fonts of what was drawn last; gives their bytes in the file. */
  public int writeFonts() {
    out.truncate(0);
    xref.truncate(variant.xref().count());
    fonts.write(out, xref, content.glyphs());
    return out.size();
  }
}
