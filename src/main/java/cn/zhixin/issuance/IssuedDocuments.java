package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where issued certificates are found: their files, and the addresses behind their QR symbols. */
public final class IssuedDocuments {
  /** Of a copy's name, behind the certificate's number. */
  static final String SUFFIX = ".pdf";

  private final DocumentStore store;
  private final QrAddress address;
  private final NumberPatterns numbers;
  private final String defaultTemplate;
  private final Path copies;

  /**
   * @param copies where a copy lies for whoever names no folder
   */
  IssuedDocuments(
      DocumentStore store,
      QrAddress address,
      NumberPatterns numbers,
      String defaultTemplate,
      Path copies) {
    this.store = store;
    this.address = address;
    this.numbers = numbers;
    this.defaultTemplate = defaultTemplate;
    this.copies = copies;
  }

  public String defaultTemplate() {
    return defaultTemplate;
  }

  /** The number as it is printed, in groups. */
  public String groupedNumber(Certificate certificate) {
    return numbers.grouped(certificate);
  }

  /** The page behind the QR of a certificate. */
  public String pageOf(VerificationCode code) {
    return address.pageOf(code);
  }

  /** A copy of the file in the service's own folder for copies. */
  public Path copy(Certificate certificate) throws IOException {
    return copyTo(copies, certificate);
  }

  /** Copies the file into a folder, named by the certificate's number. */
  public Path copyTo(Path folder, Certificate certificate) throws IOException {
    Files.createDirectories(folder);
    Path target = folder.resolve(fileName(certificate));
    store.copy(documentOf(certificate), target);
    return target;
  }

  /** The file as it was released. */
  Bytes read(Certificate certificate) throws IOException {
    return store.read(documentOf(certificate));
  }

  /** Of the copy that its holder gets. */
  static String fileName(Certificate certificate) {
    return certificate.number().value() + SUFFIX;
  }

  private static ReleasedDocument documentOf(Certificate certificate) {
    ReleasedDocument document = certificate.document();
    if (document == null) {
      throw new IllegalArgumentException("the certificate is not issued yet");
    }
    return document;
  }
}
