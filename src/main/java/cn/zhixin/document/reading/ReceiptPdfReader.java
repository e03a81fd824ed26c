package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads receipts from files of any origin, as strictly as {@link CertificatePdfReader} reads
 * certificates. Never throws on account of a file's content. Without state: shared by threads.
 */
public final class ReceiptPdfReader {
  /** The name of the file inside, which tells a receipt from other documents. */
  public static final String ATTACHMENT = "receipt.json";

  /** A receipt of 10,000 certificates has some 4 MB. */
  public static final int MAXIMUM_BYTES = 12 << 20;

  private static final int INFLATION = 6;

  /** Each row and each of its six cells is an element of the structure. */
  private static final int MAXIMUM_OBJECTS = 100_000;

  /** Its receipt inflates to as much. */
  static final int MAXIMUM_RECEIPT = 24 << 20;

  /**
   * Whether the file has an attachment of a receipt's kind, as far as is seen without parsing it.
   * Costs next to nothing: reading in earnest may take 200 MB for a file that inflates far.
   */
  public static boolean mayBeReceipt(Bytes file) {
    String text = new String(file.unsafeArray(), StandardCharsets.ISO_8859_1);
    return text.contains("/EmbeddedFile") && text.contains("jose");
  }

  public ReceiptReading read(Bytes file) {
    byte[] bytes = file.unsafeArray();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean[] receipt = {false};
    try {
      PdfRefused.unless(bytes.length <= MAXIMUM_BYTES, PdfFault.TOO_LARGE, "too large");
      FileShape.requireHeader(text);
      new InflationBound((long) INFLATION * MAXIMUM_BYTES).require(bytes, text);
      try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(bytes)).parse(false)) {
        Bytes content = Attachment.RECEIPT.read(document);
        receipt[0] = true;
        return sound(document, bytes, text, content);
      }
    } catch (PdfRefused e) {
      return new ReceiptReading.Refused(e.outcome().reason(), receipt[0]);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // hostile files make parsers throw anything
      return new ReceiptReading.Refused(PdfFault.MALFORMED, receipt[0]);
    }
  }

  private static ReceiptReading sound(PDDocument document, byte[] bytes, String text, Bytes receipt)
      throws PdfRefused, IOException {
    SignedRanges ranges = SignedRanges.find(text);
    FileShape.requireEnd(text);
    FileShape.requireWrittenOnce(text);
    Bytes cms = ranges.cms(text);
    PdfRefused.unless(!document.isEncrypted(), PdfFault.ENCRYPTED, "found /Encrypt");
    COSDictionary trailer = document.getDocument().getTrailer();
    PdfRefused.unless(
        !trailer.containsKey(COSName.PREV) && !trailer.containsKey(COSName.XREF_STM),
        PdfFault.INCREMENTAL_UPDATE,
        "expected one cross-reference section");
    Certification.require(document, ranges, cms.unsafeArray(), MAXIMUM_OBJECTS);
    ranges.requireCapitalDigits(text);
    return new ReceiptPdf(ranges.digest(bytes), cms, receipt);
  }
}
