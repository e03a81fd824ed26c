package cn.zhixin.document;

import cn.zhixin.document.pdf.PdfWriter;

/**
 * Draws and signs certificates of one template, one after another.
 *
 * <p>Confined to one thread, because its buffers are kept. The same content gives the same bytes
 * but for the signature.
 */
public final class DocumentRenderer {
  private final PdfWriter writer;

  DocumentRenderer(PdfWriter writer) {
    this.writer = writer;
  }

  /**
   * Draws and signs one certificate.
   *
   * @throws ContentRefused if a character, a text or the photo cannot be shown; nothing was signed
   */
  public RenderedDocument render(DocumentContent content) throws ContentRefused {
    return writer.write(content);
  }
}
