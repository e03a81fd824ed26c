package cn.zhixin.signing;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a key's certificate lets it sign. */
public enum KeyPurpose {
  /** Credentials and documents: digitalSignature, and no purpose that excludes it. */
  ISSUING,
  /** Time stamps: the extended key usage of RFC 3161 §2.3, and no other. */
  TIME_STAMP;

  private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  /**
   * @throws IllegalArgumentException if the certificate is for neither
   */
  static KeyPurpose of(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[0]) {
      throw new IllegalArgumentException("its certificate does not allow digital signatures");
    }
    return isForTimeStamps(certificate) ? TIME_STAMP : ISSUING;
  }

  static boolean isForTimeStamps(X509Certificate certificate) {
    try {
      List<String> extended = certificate.getExtendedKeyUsage();
      return extended != null && extended.equals(List.of(TIME_STAMPING));
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
