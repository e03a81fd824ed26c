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

/** The attachment that holds the credential (ISO 32000-2 §7.11.4, §14.13). */
final class CredentialAttachment {
  static final String NAME = "credential.cose";

  /** Largest credential read, in bytes. */
  private static final int MAXIMUM_SIZE = 16 << 10;

  private CredentialAttachment() {}

  static Bytes read(PDDocument document) throws PdfRefused, IOException {
    COSArray attachments = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
    COSStream found = null;
    for (int i = 0; attachments != null && i < attachments.size(); i++) {
      COSStream file = file(attachments.getObject(i));
      if (file != null) {
        PdfRefused.unless(found == null, PdfFault.NO_CREDENTIAL, "two attachments " + NAME);
        found = file;
      }
    }
    if (found == null) {
      throw new PdfRefused(PdfFault.NO_CREDENTIAL, "no " + NAME + " among the associated files");
    }
    byte[] content = BoundedStream.read(found, MAXIMUM_SIZE);
    PdfRefused.unless(content.length > 0, PdfFault.NO_CREDENTIAL, NAME + " is empty");
    return Bytes.wrap(content);
  }

  private static @Nullable COSStream file(@Nullable COSBase specification) {
    if (specification instanceof COSDictionary dictionary
        && NAME.equals(dictionary.getString(COSName.UF, dictionary.getString(COSName.F)))) {
      COSDictionary embedded = dictionary.getCOSDictionary(COSName.EF);
      return embedded == null ? null : embedded.getCOSStream(COSName.F);
    }
    return null;
  }
}
