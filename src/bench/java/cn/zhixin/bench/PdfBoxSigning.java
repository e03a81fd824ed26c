package cn.zhixin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** PDFBox's way: the finished file is loaded once more, the CMS is made by Bouncy Castle. */
final class PdfBoxSigning implements PdfSigning {
  private static final int SIGNATURE_SIZE = 4096;

  private final BenchmarkKey key;

  PdfBoxSigning(BenchmarkKey key) {
    this.key = key;
  }

  @Override
  public byte[] sign(byte[] pdf, Instant at) throws IOException {
    Calendar time = GregorianCalendar.from(at.atZone(ZoneOffset.ofHours(8)));
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
