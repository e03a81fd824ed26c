package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** A P-256 key that verifies, known by its certificate. */
public final class VerificationKey {
  private final KeyId id;
  private final X509Certificate certificate;
  private final PublicKey publicKey;
  private final Instant notBefore;
  private final Instant notAfter;

  private VerificationKey(X509Certificate certificate) throws GeneralSecurityException {
    this.certificate = certificate;
    this.publicKey = EcdsaP256.require(certificate.getPublicKey());
    this.id = idOf(certificate);
    this.notBefore = certificate.getNotBefore().toInstant();
    this.notAfter = certificate.getNotAfter().toInstant();
  }

  /**
   * @throws GeneralSecurityException if its key is not on P-256
   */
  public static VerificationKey of(X509Certificate certificate) throws GeneralSecurityException {
    return new VerificationKey(certificate);
  }

  static KeyId idOf(X509Certificate certificate) {
    Bytes digest = Digest.of(certificate.getPublicKey().getEncoded()).value();
    return new KeyId(digest.slice(0, KeyId.SIZE));
  }

  public KeyId id() {
    return id;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** First moment of validity, to the second. */
  public Instant notBefore() {
    return notBefore;
  }

  /** Last moment of validity, to the second. */
  public Instant notAfter() {
    return notAfter;
  }

  /** Whether a signature made at that time could be the key's. */
  public boolean isValidAt(Instant at) {
    return !at.isBefore(notBefore) && !at.isAfter(notAfter);
  }

  /**
   * Whether the key signed the message by ES256 (RFC 7518 §3.4).
   *
   * @param signature {@code r || s}; of any length when it comes from outside
   */
  public boolean verifies(Bytes message, Bytes signature) {
    return EcdsaP256.verifyP1363(publicKey, message.unsafeArray(), signature.unsafeArray());
  }

  PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public String toString() {
    return "VerificationKey[" + id + "]";
  }
}
