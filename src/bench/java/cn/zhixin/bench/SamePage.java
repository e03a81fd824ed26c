package cn.zhixin.bench;

import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.pdf.PdfBoxTwin;
import cn.zhixin.document.template.TemplateDrawing;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Our own page, drawn and tagged by PDFBox; fonts parsed for each document. */
final class SamePage implements PeerPipeline.Drawing {
  private final PdfBoxTwin twin;

  SamePage() throws Exception {
    Map<String, String> fixedTexts = new HashMap<>(ContestLayout.FIXED_TEXTS);
    fixedTexts.put("issuer", ContestLayout.ISSUER);
    twin = new PdfBoxTwin(TemplateDrawing.read(SamePage::read), fixedTexts);
  }

  private static byte[] read(String file) throws IOException {
    String path = "certificate-templates/" + ContestLayout.TEMPLATE + "/" + file;
    try (InputStream in = SamePage.class.getClassLoader().getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }

  @Override
  public PDDocument draw(DocumentContent content) throws Exception {
    return twin.draw(content, NaiveQr.of(content.qr().text(), 0, 0));
  }
}
