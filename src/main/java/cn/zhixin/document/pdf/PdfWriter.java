package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.RenderedDocument;

/** Writes certificates of one template. Confined to one thread. */
public final class PdfWriter {
  private final CertificateWriter withPhoto;
  private final CertificateWriter withoutPhoto;

  PdfWriter(CertificateWriter withPhoto, CertificateWriter withoutPhoto) {
    this.withPhoto = withPhoto;
    this.withoutPhoto = withoutPhoto;
  }

  /** Writes and signs. */
  public RenderedDocument write(DocumentContent content) throws ContentRefused {
    return (content.photo() == null ? withoutPhoto : withPhoto).write(content);
  }
}
