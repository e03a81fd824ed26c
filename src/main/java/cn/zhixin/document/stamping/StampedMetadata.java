package cn.zhixin.document.stamping;

import cn.zhixin.document.Stamp;
import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Title, language, and the certificate itself as an associated file (ISO 32000-2 §14.13). */
final class StampedMetadata {
  private StampedMetadata() {}

  static Calendar calendar(Stamp stamp) {
    return calendar(stamp.at());
  }

  static Calendar calendar(Instant at) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
    calendar.setTimeInMillis(at.toEpochMilli());
    return calendar;
  }

  static void add(PDDocument copy, Stamp stamp, Bytes certificate) throws IOException {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(stamp.title());
    information.setCreationDate(calendar(stamp));
    copy.setDocumentInformation(information);
    PDDocumentCatalog catalog = copy.getDocumentCatalog();
    catalog.setLanguage("zh-CN");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    PDComplexFileSpecification file = attachment(copy, stamp, certificate);
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(StampedPage.ORIGINAL, file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
    names.setEmbeddedFiles(tree);
    catalog.setNames(names);
    COSArray associated = new COSArray();
    associated.add(file);
    catalog.getCOSObject().setItem(COSName.AF, associated);
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
