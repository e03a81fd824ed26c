package cn.zhixin.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** X.509 certificates as files keep them: one in DER, or one or more in PEM (RFC 7468). */
public final class CertificateFiles {
  private CertificateFiles() {}

  /**
   * @param name of the file, for the message only
   * @throws MalformedCertificate if there is none in it
   */
  public static List<X509Certificate> read(byte[] content, String name)
      throws MalformedCertificate {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      factory
          .generateCertificates(new ByteArrayInputStream(content))
          .forEach(each -> certificates.add((X509Certificate) each));
    } catch (CertificateException e) {
      throw new MalformedCertificate(name, e);
    }
    if (certificates.isEmpty()) {
      throw new MalformedCertificate(name, null);
    }
    return List.copyOf(certificates);
  }
}
