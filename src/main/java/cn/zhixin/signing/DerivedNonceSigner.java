package cn.zhixin.signing;

import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.PrivateKey;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * Signs by Bouncy Castle, with nonces derived from key and message (RFC 6979): no fault of the
 * machine's random numbers, such as those of a copied virtual machine, can give a key away. Digests
 * for both are the platform's, several times as fast. For one thread.
 */
final class DerivedNonceSigner implements EcdsaSigner {
  /** One for all: multiples of its base point are computed once and kept in it. */
  private static final ECDomainParameters P256 =
      new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));

  private final MessageDigest digest = Digest.newSha256();
  private final ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new PlatformSha256()));

  /**
   * @throws UnfitKey if it is no key on P-256
   */
  DerivedNonceSigner(PrivateKey key) throws UnfitKey {
    signer.init(true, new ECPrivateKeyParameters(EcdsaP256.scalar(key), P256));
  }

  @Override
  public byte[] der(byte[] message) {
    BigInteger[] signature = signer.generateSignature(digest.digest(message));
    try {
      return StandardDSAEncoding.INSTANCE.encode(P256.getN(), signature[0], signature[1]);
    } catch (IOException e) {
      throw new UncheckedIOException("two numbers could not be encoded", e);
    }
  }
}
