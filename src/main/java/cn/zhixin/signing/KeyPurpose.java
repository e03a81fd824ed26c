package cn.zhixin.signing;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a key's certificate lets it sign. */
public enum KeyPurpose {
  /** Credentials and documents: digitalSignature, and no purpose that excludes it. */
  ISSUING("zhixin.signing.key-store, zhixin.signing.pkcs11"),
  /** Time stamps: the extended key usage of RFC 3161 §2.3, and no other. */
  TIME_STAMP("zhixin.signing.time-stamp-key-store"),
  /** Receipts of answers: the extended key usage of this program, and no other. */
  RECEIPT("zhixin.receipts.key-store");

  private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  /** From a UUID (Rec. ITU-T X.667); in format.md. */
  private static final String RECEIPTS = "2.25.320915474745993147724556343920552823019";

  private final String setting;

  KeyPurpose(String setting) {
    this.setting = setting;
  }

  /** What brings a key for it. */
  String setting() {
    return setting;
  }

  /**
   * @throws UnfitKey if the certificate is for none of them
   */
  static KeyPurpose of(X509Certificate certificate) throws UnfitKey {
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[0]) {
      throw new UnfitKey(
          "它的证书不允许数字签名（keyUsage 没有 digitalSignature）；请换用允许的证书",
          "its certificate does not allow digital signatures (keyUsage): use one that does");
    }
    if (isForReceipts(certificate)) {
      return RECEIPT;
    }
    return isForTimeStamps(certificate) ? TIME_STAMP : ISSUING;
  }

  /** Whether a certificate is for receipts and for nothing else. */
  public static boolean isForReceipts(X509Certificate certificate) {
    return isOnlyFor(certificate, RECEIPTS);
  }

  static boolean isForTimeStamps(X509Certificate certificate) {
    return isOnlyFor(certificate, TIME_STAMPING);
  }

  private static boolean isOnlyFor(X509Certificate certificate, String use) {
    try {
      List<String> extended = certificate.getExtendedKeyUsage();
      return extended != null && extended.equals(List.of(use));
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
