package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A document of any origin, read as leniently as viewers do. */
final class DocumentCopy {
  /** Modules of a certificate's QR are half a millimetre wide. */
  private static final float DOTS_PER_INCH = 220;

  private static final float POINTS_PER_INCH = 72;

  static {
    // or the first page with a font that is not embedded waits for a search of the whole system
    FontMappers.set(new OneFont());
  }

  private final CopyBounds bounds;

  DocumentCopy(CopyBounds bounds) {
    this.bounds = bounds;
  }

  CopyReading read(Bytes file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.unsafeArray())) {
      if (document.isEncrypted()) {
        return new UnreadableCopy(CopyFault.ENCRYPTED);
      }
      int pages = document.getNumberOfPages();
      if (pages > bounds.pages()) {
        return new UnreadableCopy(CopyFault.TOO_MANY_PAGES);
      }
      return new Copy(
          false,
          new String(file.unsafeArray(), StandardCharsets.ISO_8859_1).contains("/ByteRange"),
          credential(document),
          symbols(document),
          text(document));
    }
  }

  private List<String> symbols(PDDocument document) throws IOException {
    Set<String> texts = new LinkedHashSet<>();
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    for (int i = 0; i < document.getNumberOfPages(); i++) {
      BufferedImage page = renderer.renderImage(i, scale(document, i), ImageType.GRAY);
      texts.addAll(new QrSearch(page).texts());
    }
    return texts.stream().limit(CopyBounds.SYMBOLS).toList();
  }

  /** A page a kilometre wide is drawn small. */
  private float scale(PDDocument document, int page) {
    PDRectangle box = document.getPage(page).getCropBox();
    double area = Math.max(1.0, (double) box.getWidth() * box.getHeight());
    return (float) Math.min(DOTS_PER_INCH / POINTS_PER_INCH, Math.sqrt(bounds.pixels() / area));
  }

  private static Optional<Bytes> credential(PDDocument document) throws IOException {
    try {
      return Optional.of(Attachment.CREDENTIAL.read(document));
    } catch (PdfRefused e) {
      return Optional.empty();
    }
  }

  /** What cannot be read as text is no text to compare. */
  private static String text(PDDocument document) {
    try {
      return PageText.read(document);
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
