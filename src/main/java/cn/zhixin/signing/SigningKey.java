package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * A P-256 key that signs while its certificate is valid, and at no other time. The private key
 * never leaves it. Safe for use by several threads.
 */
public final class SigningKey {
  private final Supplier<EcdsaSigner> signers;
  private final InstantSource clock;
  private final VerificationKey verification;
  private final KeyPurpose purpose;
  private final List<X509Certificate> chain;

  /**
   * @param signers give a signer for one thread, which need not look at the validity
   * @param chain the key's certificate, then the one that certifies it, and so on
   * @throws GeneralSecurityException if it is no P-256 key, not the certificate's, or the chain is
   *     none
   */
  SigningKey(Supplier<EcdsaSigner> signers, List<X509Certificate> chain, InstantSource clock)
      throws GeneralSecurityException {
    this.signers = signers;
    this.chain = List.copyOf(chain);
    this.clock = clock;
    this.verification = VerificationKey.of(chain.get(0));
    this.purpose = KeyPurpose.of(chain.get(0));
    requirePair();
    // no verifier accepts a signature that carries certificates of others
    if (!CertificateChain.isOnePath(chain.get(0), chain)) {
      throw new UnfitKey(
          "旁边的证书不是它自己的和逐级签发的那些；请重新导出证书链",
          "the certificates beside it are not its own and those above it: export the chain anew");
    }
  }

  /**
   * A key that is held in memory.
   *
   * @throws GeneralSecurityException if it is no P-256 key of the provider, or not the
   *     certificate's
   */
  static SigningKey inMemory(
      PrivateKey secret, List<X509Certificate> chain, SigningProvider provider, InstantSource clock)
      throws GeneralSecurityException {
    // in a library's words nobody would know a key of another kind
    EcdsaP256.require(chain.get(0).getPublicKey());
    PrivateKey own = provider.translate(secret);
    // says so now if it cannot sign with it
    provider.newSigner(own);
    return new SigningKey(() -> kept(own, provider), chain, clock);
  }

  private static EcdsaSigner kept(PrivateKey key, SigningProvider provider) {
    try {
      return provider.newSigner(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(provider.provider().getName() + " cannot use the key", e);
    }
  }

  public KeyId id() {
    return verification.id();
  }

  public KeyPurpose purpose() {
    return purpose;
  }

  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** The key's certificate, then the one that certifies it, and so on; with or without the root. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** The public half. */
  public VerificationKey verification() {
    return verification;
  }

  /** ES256 over {@code message}: {@code r || s}, 64 bytes. */
  public byte[] sign(byte[] message) {
    return EcdsaP256.toP1363(newSigner().der(message));
  }

  /** For one thread. */
  EcdsaSigner newSigner() {
    EcdsaSigner signer = signers.get();
    return message -> {
      requireValidAt(clock.instant());
      return signer.der(message);
    };
  }

  /**
   * @throws KeyRefused outside the certificate's validity
   */
  void requireValidAt(Instant at) {
    if (at.isBefore(verification.notBefore())) {
      throw new KeyRefused(
          KeyRefused.Reason.NOT_YET_VALID,
          String.format(
              "密钥 %s 自 %s 起才有效；请核对时钟，或换用现在有效的密钥 /"
                  + " key %s is valid from %s: look at the clock, or use a key that is valid now",
              id(), verification.notBefore(), id(), verification.notBefore()));
    }
    if (at.isAfter(verification.notAfter())) {
      throw new KeyRefused(
          KeyRefused.Reason.EXPIRED,
          String.format(
              "密钥 %s 的有效期到 %s 为止；请换用新的密钥 / key %s was valid to %s: use a new one",
              id(), verification.notAfter(), id(), verification.notAfter()));
    }
  }

  private void requirePair() throws GeneralSecurityException {
    byte[] probe = {1};
    byte[] signature = signers.get().der(probe);
    if (!EcdsaP256.verifyDer(verification.publicKey(), probe, signature)) {
      throw new UnfitKey(
          "它与所附证书不是一对；请把它和自己的证书放入同一个密钥库",
          "its certificate names another key: put it into a store with its own");
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }
}
