package cn.zhixin.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/** ECDSA on P-256 with SHA-256 (FIPS 186-5 §6; ES256 of RFC 9053 §2.1), and its two forms. */
final class EcdsaP256 {
  /** Bytes of {@code r || s} (IEEE P1363). */
  static final int P1363_SIZE = 64;

  /** Bytes of the longest DER form. */
  static final int DER_MAX = 72;

  /** Bytes of the shortest DER form. */
  static final int DER_MIN = 8;

  private static final int HALF = P1363_SIZE / 2;
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final String DER = "SHA256withECDSA";
  private static final String P1363 = "SHA256withPLAIN-ECDSA";

  private EcdsaP256() {}

  static boolean verifyDer(PublicKey key, byte[] message, byte[] signature) {
    return verify(DER, key, message, signature);
  }

  static boolean verifyP1363(PublicKey key, byte[] message, byte[] signature) {
    return signature.length == P1363_SIZE && verify(P1363, key, message, signature);
  }

  /**
   * The key as Bouncy Castle's own.
   *
   * @param key null for one of a certificate that cannot be read
   * @throws GeneralSecurityException if it is not on P-256
   */
  static PublicKey require(@Nullable PublicKey key) throws GeneralSecurityException {
    if (key == null) {
      throw new UnfitKey("证书中的公钥无法读取", "the public key in its certificate cannot be read");
    }
    PublicKey own;
    try {
      own =
          KeyFactory.getInstance("EC", BouncyCastleP256.PROVIDER)
              .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    } catch (InvalidKeySpecException e) {
      throw ofAnotherKind();
    }
    if (!(own instanceof ECPublicKey point) || !point.getParams().getOrder().equals(ORDER)) {
      throw ofAnotherKind();
    }
    return own;
  }

  /**
   * The number that is the key.
   *
   * @throws UnfitKey if it is not on P-256
   */
  static BigInteger scalar(PrivateKey key) throws UnfitKey {
    if (!(key instanceof ECPrivateKey point) || !point.getParams().getOrder().equals(ORDER)) {
      throw ofAnotherKind();
    }
    return point.getS();
  }

  private static UnfitKey ofAnotherKind() {
    return new UnfitKey("它不是 P-256 椭圆曲线的密钥；请换用这种密钥", "it is no key on the curve P-256: use one");
  }

  /** The {@code r || s} of a signature that we made ourselves. */
  static byte[] toP1363(byte[] der) {
    byte[] both = new byte[P1363_SIZE];
    int rSize = der[3];
    copy(der, 4, rSize, both, HALF);
    int sAt = 4 + rSize;
    copy(der, sAt + 2, der[sAt + 1], both, P1363_SIZE);
    return both;
  }

  private static void copy(byte[] der, int from, int size, byte[] into, int end) {
    int skipped = Math.max(0, size - HALF);
    System.arraycopy(der, from + skipped, into, end - (size - skipped), size - skipped);
  }

  private static boolean verify(String form, PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(form, BouncyCastleP256.PROVIDER);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(form + " cannot be computed", e);
    }
  }
}
