package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where issued certificates are found: their files, and the addresses behind their QR symbols. */
public final class IssuedDocuments {
  private final DocumentStore store;
  private final QrAddress address;
  private final NumberPatterns numbers;
  private final String defaultTemplate;

  IssuedDocuments(
      DocumentStore store, QrAddress address, NumberPatterns numbers, String defaultTemplate) {
    this.store = store;
    this.address = address;
    this.numbers = numbers;
    this.defaultTemplate = defaultTemplate;
  }

  public String defaultTemplate() {
    return defaultTemplate;
  }

  /** The number as it is printed, in groups. */
  public String groupedNumber(Certificate certificate) {
    return numbers.grouped(certificate);
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
