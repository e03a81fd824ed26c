package cn.zhixin.document;

import cn.zhixin.document.pdf.PdfTemplate;

/** A template compiled for one issuing authority; shared by all threads. */
public final class CompiledTemplate {
  private final PdfTemplate pdf;

  CompiledTemplate(PdfTemplate pdf) {
    this.pdf = pdf;
  }

  /** A renderer for one thread, with a signer that this thread may use. */
  public DocumentRenderer newRenderer(DocumentSigner signer) {
    return new DocumentRenderer(pdf.newWriter(signer));
  }
}
