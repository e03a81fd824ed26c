package cn.zhixin.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The certificates that a verifier trusts without proof. */
public final class TrustAnchors {
  private final List<X509Certificate> certificates;
  private final CertificateMemory memory = new CertificateMemory();

  private TrustAnchors(Collection<X509Certificate> certificates) {
    this.certificates = List.copyOf(certificates);
  }

  public static TrustAnchors of(Collection<X509Certificate> certificates) {
    return new TrustAnchors(certificates);
  }

  /** Every certificate in these PEM or DER files. */
  public static TrustAnchors read(List<Path> files) throws IOException, MalformedCertificate {
    List<X509Certificate> all = new ArrayList<>();
    for (Path file : files) {
      all.addAll(CertificateFiles.read(Files.readAllBytes(file), file.toString()));
    }
    return new TrustAnchors(all);
  }

  public List<X509Certificate> certificates() {
    return certificates;
  }

  /** With more that are trusted. */
  public TrustAnchors and(Collection<X509Certificate> more) {
    List<X509Certificate> all = new ArrayList<>(certificates);
    all.addAll(more);
    return new TrustAnchors(all);
  }

  /** Of certificates that came with signatures judged by these anchors. */
  CertificateMemory memory() {
    return memory;
  }

  boolean contains(X509Certificate certificate) {
    return certificates.contains(certificate);
  }
}
