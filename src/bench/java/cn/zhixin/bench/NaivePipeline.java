package cn.zhixin.bench;

import cn.zhixin.document.DocumentContent;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.jspecify.annotations.Nullable;

/**
 * The certificate as the libraries' own examples make it: font parsed for each document, QR as a
 * picture, the same two attachments, signature by loading the finished document once more. Neither
 * tagged nor PDF/A.
 */
final class NaivePipeline {
  private static final int QR_PIXELS = 300;
  private static final int SIGNATURE_SIZE = 4096;

  private final byte[] regular;
  private final byte[] rare;
  private final BenchmarkKey key;

  /**
   * With the same font files as ours.
   *
   * @param regular for all text it has the characters of
   * @param rare for the other characters; parsed only when there are some
   */
  NaivePipeline(byte[] regular, byte[] rare, BenchmarkKey key) {
    this.regular = regular;
    this.rare = rare;
    this.key = key;
  }

  byte[] issue(DocumentContent content) throws Exception {
    return sign(draw(content), content);
  }

  private byte[] draw(DocumentContent content) throws Exception {
    try (PDDocument document = new PDDocument()) {
      PDPage page =
          new PDPage(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
      document.addPage(page);
      document.getDocumentInformation().setTitle(content.documentTitle());
      NaiveFonts fonts = new NaiveFonts(document, regular, rare);
      PDImageXObject qr = LosslessFactory.createFromImage(document, qr(content.qr().text()));
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        NaivePage.draw(out, fonts, content);
        if (content.photo() != null) {
          byte[] photo = content.photo().toArray();
          out.drawImage(
              PDImageXObject.createFromByteArray(document, photo, "photo.jpg"), 620, 290, 110, 141);
        }
        out.drawImage(qr, 630, 100, 88, 88);
      }
      NaiveAttachments.add(document, content);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static BufferedImage qr(String text) throws Exception {
    BitMatrix matrix =
        new QRCodeWriter()
            .encode(
                text,
                BarcodeFormat.QR_CODE,
                QR_PIXELS,
                QR_PIXELS,
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
    return MatrixToImageWriter.toBufferedImage(matrix);
  }

  private byte[] sign(byte[] pdf, DocumentContent content) throws Exception {
    Calendar time = GregorianCalendar.from(content.at().atZone(ZoneOffset.ofHours(8)));
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions()) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
      signature.setSignDate(time);
      options.setPreferredSignatureSize(SIGNATURE_SIZE);
      document.addSignature(signature, this::cms, options);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(pdf.length + (1 << 14));
      document.saveIncremental(bytes);
      return bytes.toByteArray();
    }
  }

  private byte[] cms(InputStream content) throws IOException {
    byte[] bytes = content.readAllBytes();
    try {
      return key.cms(bytes);
    } catch (Exception e) {
      throw new IOException("cannot sign", e);
    }
  }

  /** One document's fonts. */
  static final class NaiveFonts {
    private final PDDocument document;
    private final byte[] rare;
    private final PDFont regular;
    private @Nullable PDFont loadedRare;

    NaiveFonts(PDDocument document, byte[] regular, byte[] rare) throws IOException {
      this.document = document;
      this.rare = rare;
      this.regular = PDType0Font.load(document, new ByteArrayInputStream(regular));
    }

    PDFont of(String character) throws IOException {
      try {
        regular.encode(character);
        return regular;
      } catch (IllegalArgumentException e) {
        // how PDFBox says that a font has no such character
        if (loadedRare == null) {
          loadedRare = PDType0Font.load(document, new ByteArrayInputStream(rare));
        }
        return loadedRare;
      }
    }

    PDFont regular() {
      return regular;
    }
  }
}
