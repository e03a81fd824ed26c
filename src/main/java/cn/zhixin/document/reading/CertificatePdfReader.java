package cn.zhixin.document.reading;

import cn.zhixin.document.stamping.StampedPage;
import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads certificates from files of any origin. Never throws on account of a file's content.
 *
 * <p>Without state: shared by threads.
 */
public final class CertificatePdfReader {
  /** Certificates have some 80 KB; a photo may be large. */
  public static final int DEFAULT_MAXIMUM_BYTES = 4 << 20;

  /** What a file's streams may inflate to, for each byte it may have. */
  private static final int INFLATION = 8;

  private static final int MAXIMUM_OBJECTS = 5_000;

  private final int maximumBytes;

  public CertificatePdfReader() {
    this(DEFAULT_MAXIMUM_BYTES);
  }

  /** For files of at most so many bytes. */
  public CertificatePdfReader(int maximumBytes) {
    this.maximumBytes = maximumBytes;
  }

  public Reading read(Bytes file) {
    try {
      return sound(file.unsafeArray());
    } catch (PdfRefused e) {
      return e.outcome();
    } catch (InvalidPasswordException e) {
      return new RefusedPdf(PdfFault.ENCRYPTED, "found /Encrypt");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // hostile files make parsers throw anything; the message may quote the file
      return new RefusedPdf(PdfFault.MALFORMED, e.getClass().getSimpleName());
    }
  }

  private CertificatePdf sound(byte[] bytes) throws PdfRefused, IOException {
    PdfRefused.unless(
        bytes.length <= maximumBytes,
        PdfFault.TOO_LARGE,
        "expected at most " + maximumBytes + " bytes, found " + bytes.length);
    String file = new String(bytes, StandardCharsets.ISO_8859_1);
    FileShape.requireHeader(file);
    PdfRefused.unless(
        !file.contains("/" + StampedPage.MARK), PdfFault.STAMPED_COPY, "found the mark of a copy");
    SignedRanges ranges = SignedRanges.find(file);
    FileShape.requireEnd(file);
    FileShape.requireWrittenOnce(file);
    Bytes cms = ranges.cms(file);
    new InflationBound((long) INFLATION * maximumBytes).require(bytes, file);

    // not leniently: a file with a wrong cross-reference table is refused, not mended
    try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(bytes)).parse(false)) {
      return sound(document, bytes, file, ranges, cms);
    }
  }

  private static CertificatePdf sound(
      PDDocument document, byte[] bytes, String file, SignedRanges ranges, Bytes cms)
      throws PdfRefused, IOException {
    PdfRefused.unless(!document.isEncrypted(), PdfFault.ENCRYPTED, "found /Encrypt");
    COSDictionary trailer = document.getDocument().getTrailer();
    PdfRefused.unless(
        !trailer.containsKey(COSName.PREV) && !trailer.containsKey(COSName.XREF_STM),
        PdfFault.INCREMENTAL_UPDATE,
        "expected one cross-reference section");
    Certification.require(document, ranges, cms.unsafeArray(), MAXIMUM_OBJECTS);
    PdfRefused.unless(
        document.getNumberOfPages() == 1,
        PdfFault.NOT_ONE_PAGE,
        "expected 1 page, found " + document.getNumberOfPages());
    CertificatePdf certificate =
        new CertificatePdf(
            ranges.digest(bytes),
            cms,
            Certification.NO_CHANGES,
            Attachment.CREDENTIAL.read(document),
            Attachment.LEDGER_PROOF.read(document),
            PageQr.read(document.getPage(0)),
            PageText.read(document));
    ranges.requireCapitalDigits(file);
    return certificate;
  }
}
