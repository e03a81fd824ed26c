package cn.zhixin.document.stamping;

import cn.zhixin.document.Stamp;
import cn.zhixin.document.pdf.XmpPacket;
import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What a copy says of itself: its own title and time, its own signature's field, and the
 * certificate itself as an associated file (ISO 32000-2 §14.13). Of the certificate's own catalogue
 * nothing stays but its page, its structure, its language and its colours.
 */
final class StampedMetadata {
  /** What is read aloud for the copy's signature. */
  static final String SIGNATURE = "本加注件制作者的电子签名";

  private static final Set<String> KEPT =
      Set.of(
          "Type",
          "Pages",
          "Lang",
          "MarkInfo",
          "StructTreeRoot",
          "OutputIntents",
          "ViewerPreferences");

  private StampedMetadata() {}

  static Calendar calendar(Stamp stamp) {
    return calendar(stamp.at());
  }

  static Calendar calendar(Instant at) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
    calendar.setTimeInMillis(at.toEpochMilli());
    return calendar;
  }

  /**
   * @return the widget of the field that the copy is to be signed in
   */
  static COSDictionary onlyOwn(PDDocument copy, Stamp stamp, Bytes certificate) throws IOException {
    copy.setVersion(1.7f);
    COSDictionary trailer = copy.getDocument().getTrailer();
    // the certificate's identifier is not the copy's, and its entries are those of a stream
    List.copyOf(trailer.keySet()).stream()
        .filter(key -> !key.equals(COSName.ROOT))
        .forEach(trailer::removeItem);
    PDDocumentCatalog catalog = copy.getDocumentCatalog();
    COSDictionary entries = catalog.getCOSObject();
    List.copyOf(entries.keySet()).stream()
        .filter(key -> !KEPT.contains(key.getName()))
        .forEach(entries::removeItem);
    entries.setItem(COSName.getPDFName(StampedPage.MARK), COSBoolean.TRUE);
    byte[] packet = XmpPacket.of(stamp.title(), stamp.at()).toArray();
    catalog.setMetadata(new PDMetadata(copy, new ByteArrayInputStream(packet)));
    attach(catalog, attachment(copy, stamp, certificate));
    return field(copy, catalog);
  }

  private static void attach(PDDocumentCatalog catalog, PDComplexFileSpecification file) {
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(StampedPage.ORIGINAL, file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
    names.setEmbeddedFiles(tree);
    catalog.setNames(names);
    COSArray associated = new COSArray();
    associated.add(file);
    catalog.getCOSObject().setItem(COSName.AF, associated);
  }

  /** Of no size; printed and not hidden, as PDF/A has it (ISO 19005-3 §6.3.2). */
  private static COSDictionary field(PDDocument copy, PDDocumentCatalog catalog)
      throws IOException {
    PDAcroForm form = new PDAcroForm(copy);
    PDSignatureField field = new PDSignatureField(form);
    field.setPartialName("StampSignature");
    field.setAlternateFieldName(SIGNATURE);
    PDAnnotationWidget widget = field.getWidgets().get(0);
    widget.setRectangle(new PDRectangle());
    widget.setPrinted(true);
    widget.setLocked(true);
    widget.setPage(copy.getPage(0));
    widget.getCOSObject().setInt(COSName.STRUCT_PARENT, StampedStructure.WIDGET_KEY);
    copy.getPage(0).setAnnotations(List.of(widget));
    form.setFields(List.of(field));
    form.setSignaturesExist(true);
    form.setAppendOnly(true);
    catalog.setAcroForm(form);
    return widget.getCOSObject();
  }

  private static PDComplexFileSpecification attachment(
      PDDocument copy, Stamp stamp, Bytes certificate) throws IOException {
    PDEmbeddedFile content =
        new PDEmbeddedFile(
            copy, new ByteArrayInputStream(certificate.toArray()), COSName.FLATE_DECODE);
    content.setSubtype("application/pdf");
    content.setSize(certificate.size());
    content.setModDate(calendar(stamp));
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(StampedPage.ORIGINAL);
    file.setFileUnicode(StampedPage.ORIGINAL);
    file.setFileDescription("证书原件 / the certificate as issued");
    file.setEmbeddedFile(content);
    file.setEmbeddedFileUnicode(content);
    file.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Source");
    return file;
  }
}
