package cn.zhixin.bench;

import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.pdf.PdfBoxTwin;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Our own page, drawn and tagged by PDFBox; fonts parsed for each document. */
final class SamePage implements PeerPipeline.Drawing {
  private final PdfBoxTwin twin;

  SamePage() throws Exception {
    twin = new PdfBoxTwin(ContestLayout.drawing(), ContestLayout.texts());
  }

  @Override
  public PDDocument draw(DocumentContent content) throws Exception {
    return twin.draw(content, NaiveQr.of(content.qr().text(), 0, 0));
  }
}
