package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.document.DssValidation;
import cn.zhixin.encoding.Bytes;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** That a contestant makes what it is timed for: a fast way to a wrong file would win. */
final class PeerCheck {
  private static final String ROOT = "keys-sample/root.cer.pem";
  private static final int ATTACHMENTS = 2;

  private PeerCheck() {}

  /**
   * @throws IllegalStateException unless the file is one page with the certificate's code, two
   *     attachments, and one intact signature of level B-B
   */
  static void require(String peer, byte[] pdf, Entry entry) throws Exception {
    DssValidation signature = DssValidation.of(Bytes.wrap(pdf), root(), List.of());
    boolean signed =
        signature.intact()
            && signature.signatures() == 1
            && signature.format().equals("PAdES-BASELINE-B");
    if (!signed) {
      throw new IllegalStateException(peer + " signs otherwise: " + signature);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      boolean whole =
          document.getNumberOfPages() == 1
              && text.contains(Objects.requireNonNull(entry.texts().get("code")))
              && attachments(document) == ATTACHMENTS;
      if (!whole) {
        throw new IllegalStateException(peer + " shows something else: " + text);
      }
    }
  }

  private static int attachments(PDDocument document) throws Exception {
    return document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().size();
  }

  private static byte[] root() throws Exception {
    try (InputStream in = PeerCheck.class.getClassLoader().getResourceAsStream(ROOT)) {
      return Objects.requireNonNull(in, ROOT).readAllBytes();
    }
  }
}
