package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.MalformedTemplate;
import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.template.TemplateDrawing;
import java.util.Map;

/** A template compiled for one authority, with a photo and without; shared by all threads. */
public final class PdfTemplate {
  private final CompiledVariant withPhoto;
  private final CompiledVariant withoutPhoto;

  private PdfTemplate(CompiledVariant withPhoto, CompiledVariant withoutPhoto) {
    this.withPhoto = withPhoto;
    this.withoutPhoto = withoutPhoto;
  }

  /**
   * Compiles.
   *
   * @param authority the name on the seal
   * @param fixedTexts values by slot that are the same on all certificates
   * @throws ContentRefused if the authority's name or a fixed text cannot be drawn
   */
  public static PdfTemplate compile(
      TemplateDrawing drawing,
      FontLibrary library,
      String authority,
      Map<String, String> fixedTexts)
      throws MalformedTemplate, ContentRefused {
    return new PdfTemplate(
        new VariantCompiler(drawing, library, authority, fixedTexts, true).compile(),
        new VariantCompiler(drawing, library, authority, fixedTexts, false).compile());
  }

  /** A writer for one thread. */
  public PdfWriter newWriter(DocumentSigner signer) {
    return new PdfWriter(
        new CertificateWriter(withPhoto, signer), new CertificateWriter(withoutPhoto, signer));
  }
}
