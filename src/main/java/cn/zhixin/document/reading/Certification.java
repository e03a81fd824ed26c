package cn.zhixin.document.reading;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The one signature of a certificate: PAdES (ETSI EN 319 142-1 §6.3), certifying, no changes
 * permitted (ISO 32000-2 §12.8.2.2).
 */
final class Certification {
  /** The level of DocMDP that permits no change. */
  static final int NO_CHANGES = 1;

  private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");

  private Certification() {}

  /**
   * Demands that the document's only signature is the one that was found in its bytes.
   *
   * @param value of the hexadecimal string in the gap
   * @param mostObjects that a document of its kind has
   */
  static void require(PDDocument document, SignedRanges ranges, byte[] value, int mostObjects)
      throws PdfRefused, IOException {
    COSDictionary signature = onlySignature(document, mostObjects);
    requireSame(signature, ranges, value);
    PdfRefused.unless(
        COSName.SIG.equals(signature.getCOSName(COSName.TYPE))
            && "ETSI.CAdES.detached".equals(signature.getNameAsString(COSName.SUB_FILTER)),
        PdfFault.SIGNATURE_FORMAT,
        "expected /SubFilter /ETSI.CAdES.detached");
    requireOnlyField(document, signature);
    requireCertifying(document, signature);
  }

  private static COSDictionary onlySignature(PDDocument document, int mostObjects)
      throws PdfRefused {
    List<COSObjectKey> keys = List.copyOf(document.getDocument().getXrefTable().keySet());
    PdfRefused.unless(keys.size() <= mostObjects, PdfFault.TOO_LARGE, "too many objects");
    COSDictionary found = null;
    for (COSObjectKey key : keys) {
      COSBase object = document.getDocument().getObjectFromPool(key).getObject();
      if (object instanceof COSDictionary dictionary && isSignature(dictionary)) {
        PdfRefused.unless(found == null, PdfFault.SEVERAL_SIGNATURES, "two signature dictionaries");
        found = dictionary;
      }
    }
    if (found == null) {
      throw new PdfRefused(PdfFault.NO_SIGNATURE, "no signature dictionary is an object");
    }
    return found;
  }

  private static boolean isSignature(COSDictionary dictionary) {
    return dictionary.containsKey(COSName.BYTERANGE)
        || COSName.SIG.equals(dictionary.getCOSName(COSName.TYPE))
        || COSName.DOC_TIME_STAMP.equals(dictionary.getCOSName(COSName.TYPE));
  }

  private static void requireSame(COSDictionary signature, SignedRanges ranges, byte[] value)
      throws PdfRefused {
    COSArray numbers = signature.getCOSArray(COSName.BYTERANGE);
    PdfRefused.unless(
        numbers != null && numbers.toCOSNumberIntegerList().equals(ranges.numbers()),
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        "the parsed /ByteRange is not the one in the file");
    PdfRefused.unless(
        signature.getDictionaryObject(COSName.CONTENTS) instanceof COSString contents
            && Arrays.equals(contents.getBytes(), value),
        PdfFault.SIGNATURE_MALFORMED,
        "the parsed /Contents is not the string in the gap");
  }

  private static void requireOnlyField(PDDocument document, COSDictionary signature)
      throws PdfRefused {
    COSDictionary form = catalog(document).getCOSDictionary(COSName.ACRO_FORM);
    COSArray fields = form == null ? null : form.getCOSArray(COSName.FIELDS);
    if (fields == null || fields.size() == 0) {
      throw new PdfRefused(PdfFault.NO_SIGNATURE, "no form field holds the signature");
    }
    PdfRefused.unless(
        fields.size() == 1 && fields.getObject(0) instanceof COSDictionary,
        PdfFault.SEVERAL_SIGNATURES,
        "expected one form field, found " + fields.size());
    COSDictionary field = (COSDictionary) fields.getObject(0);
    PdfRefused.unless(
        COSName.SIG.equals(field.getCOSName(COSName.FT))
            && field.getDictionaryObject(COSName.V) == signature
            && !field.containsKey(COSName.KIDS),
        PdfFault.SIGNATURE_FORMAT,
        "expected the form field to be the signature's own");
  }

  private static void requireCertifying(PDDocument document, COSDictionary signature)
      throws PdfRefused {
    COSDictionary permissions = catalog(document).getCOSDictionary(COSName.PERMS);
    PdfRefused.unless(
        permissions != null
            && permissions.size() == 1
            && permissions.getDictionaryObject(DOC_MDP) == signature,
        PdfFault.CHANGES_PERMITTED,
        "expected /Perms to name the signature in /DocMDP and nothing else");
    COSDictionary parameters = parameters(signature.getCOSArray(COSName.REFERENCE));
    PdfRefused.unless(
        parameters != null && parameters.getInt(COSName.P) == NO_CHANGES,
        PdfFault.CHANGES_PERMITTED,
        "expected one reference with /TransformMethod /DocMDP and /P 1");
  }

  private static @Nullable COSDictionary parameters(@Nullable COSArray references) {
    if (references == null
        || references.size() != 1
        || !(references.getObject(0) instanceof COSDictionary reference)
        || !DOC_MDP.equals(reference.getCOSName(COSName.getPDFName("TransformMethod")))) {
      return null;
    }
    return reference.getCOSDictionary(COSName.getPDFName("TransformParams"));
  }

  private static COSDictionary catalog(PDDocument document) {
    return document.getDocumentCatalog().getCOSObject();
  }
}
