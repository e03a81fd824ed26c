package cn.zhixin.bench;

import cn.zhixin.document.DocumentContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * The certificate as the libraries' own examples make it: font parsed for each document, QR as a
 * picture, the same two attachments, signature by loading the finished document once more. Not
 * PDF/A.
 */
final class NaivePipeline {
  /** Draws the page, with whatever fonts it takes. */
  interface Drawing {
    PDDocument draw(DocumentContent content) throws Exception;
  }

  private static final int SIGNATURE_SIZE = 4096;

  private final Drawing drawing;
  private final BenchmarkKey key;

  NaivePipeline(Drawing drawing, BenchmarkKey key) {
    this.drawing = drawing;
    this.key = key;
  }

  byte[] issue(DocumentContent content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
    try (PDDocument document = drawing.draw(content)) {
      NaiveAttachments.add(document, content);
      document.save(bytes);
    }
    return sign(bytes.toByteArray(), content);
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
}
