package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The files that a certificate, or a receipt, has attached exactly once (ISO 32000-2 §7.11.4,
 * §14.13).
 */
enum Attachment {
  CREDENTIAL("credential.cose", 16 << 10, PdfFault.NO_CREDENTIAL),
  LEDGER_PROOF("ledger.tlog-proof", 64 << 10, PdfFault.NO_LEDGER_PROOF),
  /** Of a receipt, not of a certificate. */
  RECEIPT(ReceiptPdfReader.ATTACHMENT, ReceiptPdfReader.MAXIMUM_RECEIPT, PdfFault.NO_RECEIPT);

  private final String fileName;
  private final int maximumSize;
  private final PdfFault missing;

  /**
   * @param maximumSize in bytes
   * @param missing the reason if it is not there, there twice, or empty
   */
  Attachment(String fileName, int maximumSize, PdfFault missing) {
    this.fileName = fileName;
    this.maximumSize = maximumSize;
    this.missing = missing;
  }

  /** Whether a file of that content is neither empty nor too large. */
  boolean holds(Bytes content) {
    return content.size() > 0 && content.size() <= maximumSize;
  }

  Bytes read(PDDocument document) throws PdfRefused, IOException {
    COSArray attachments = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
    COSStream found = null;
    for (int i = 0; attachments != null && i < attachments.size(); i++) {
      COSStream file = file(attachments.getObject(i));
      if (file != null) {
        PdfRefused.unless(found == null, missing, "two attachments " + fileName);
        found = file;
      }
    }
    if (found == null) {
      throw new PdfRefused(missing, "no " + fileName + " among the associated files");
    }
    Bytes content = Bytes.wrap(BoundedStream.read(found, maximumSize));
    PdfRefused.unless(holds(content), missing, fileName + " is empty");
    return content;
  }

  private @Nullable COSStream file(@Nullable COSBase specification) {
    if (specification instanceof COSDictionary dictionary
        && fileName.equals(dictionary.getString(COSName.UF, dictionary.getString(COSName.F)))) {
      COSDictionary embedded = dictionary.getCOSDictionary(COSName.EF);
      return embedded == null ? null : embedded.getCOSStream(COSName.F);
    }
    return null;
  }
}
