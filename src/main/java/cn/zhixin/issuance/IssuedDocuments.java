package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.NumberPattern;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where issued certificates are found: their files, and the addresses behind their QR symbols. */
public final class IssuedDocuments {
  private final DocumentStore store;
  private final QrAddress address;
  private final NumberPattern numbers;
  private final List<String> templates;
  private final String defaultTemplate;

  /**
   * @param templates ids of all layouts there are
   */
  IssuedDocuments(
      DocumentStore store,
      QrAddress address,
      NumberPattern numbers,
      List<String> templates,
      String defaultTemplate) {
    this.store = store;
    this.address = address;
    this.numbers = numbers;
    this.templates = List.copyOf(templates);
    this.defaultTemplate = defaultTemplate;
  }

  /** Ids of the layouts there are. */
  public List<String> templates() {
    return templates;
  }

  public String defaultTemplate() {
    return defaultTemplate;
  }

  /** The number as it is printed, in groups. */
  public String groupedNumber(Certificate certificate) {
    return numbers.grouped(certificate.number());
  }

  /** The page behind the certificate's QR. */
  public String pageOf(Certificate certificate) {
    return address.pageOf(certificate.code());
  }

  /** The file in the store. */
  public Path path(Certificate certificate) {
    return store.path(digestOf(certificate));
  }

  /** Copies the file into a folder, named by the certificate's number. */
  public Path copyTo(Path folder, Certificate certificate) throws IOException {
    Files.createDirectories(folder);
    Path target = folder.resolve(certificate.number().value() + ".pdf");
    store.copy(digestOf(certificate), target);
    return target;
  }

  private static Digest digestOf(Certificate certificate) {
    Digest digest = certificate.documentDigest();
    if (digest == null) {
      throw new IllegalArgumentException("the certificate is not issued yet");
    }
    return digest;
  }
}
