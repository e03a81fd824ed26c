package cn.zhixin.bench;

import cn.zhixin.document.DocumentContent;
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A certificate as the libraries' own examples make it: page drawn, the same two attachments,
 * saved, and signed as a finished file. Not PDF/A, not PDF/UA, nothing in it that a reader aloud
 * can follow unless the drawing brings it along.
 */
final class PeerPipeline {
  /** Draws the page, with whatever fonts it takes. */
  interface Drawing {
    PDDocument draw(DocumentContent content) throws Exception;
  }

  private final Drawing drawing;
  private final PdfSigning signing;

  PeerPipeline(Drawing drawing, PdfSigning signing) {
    this.drawing = drawing;
    this.signing = signing;
  }

  byte[] issue(DocumentContent content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    try (PDDocument document = drawing.draw(content)) {
      PeerAttachments.add(document, content);
      document.save(bytes);
    }
    return signing.sign(bytes.toByteArray(), content.at());
  }
}
