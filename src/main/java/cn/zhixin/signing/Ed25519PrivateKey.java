package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 key that signs (RFC 8032 §5.1), kept as PKCS#8 (RFC 8410 §7). Safe for use by several
 * threads.
 */
public final class Ed25519PrivateKey {
  private static final RawKeyKind KIND = RawKeyKind.ED25519;

  private final byte[] secret;
  private final Ed25519PublicKey publicKey;

  private Ed25519PrivateKey(byte[] secret) {
    this.secret = secret;
    byte[] point = new byte[Ed25519PublicKey.SIZE];
    Ed25519.generatePublicKey(secret, 0, point, 0);
    this.publicKey = new Ed25519PublicKey(Bytes.wrap(point));
  }

  /**
   * @param name of the file, for messages only
   * @throws MalformedKey if it holds no Ed25519 private key, or more than one key
   */
  public static Ed25519PrivateKey ofPem(byte[] pem, String name) throws MalformedKey {
    PrivateKeyPem file = PrivateKeyPem.read(pem, KIND, name);
    if (!(file.inner() instanceof ASN1OctetString octets)
        || octets.getOctetsLength() != Ed25519.SECRET_KEY_SIZE) {
      throw file.malformed("密钥不是 32 字节", "its key has not 32 bytes");
    }
    Ed25519PrivateKey key = new Ed25519PrivateKey(octets.getOctets());
    file.requirePublicHalf(key.publicKey.value());
    return key;
  }

  public static Ed25519PrivateKey generate(SecureRandom random) {
    byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
    random.nextBytes(secret);
    return new Ed25519PrivateKey(secret);
  }

  public Ed25519PublicKey publicKey() {
    return publicKey;
  }

  /** 64 bytes, always the same for the same message (RFC 8032 §5.1.6). */
  public Bytes sign(Bytes message) {
    byte[] signature = new byte[Ed25519PublicKey.SIGNATURE_SIZE];
    Ed25519.sign(
        secret,
        0,
        publicKey.value().unsafeArray(),
        0,
        message.unsafeArray(),
        0,
        message.size(),
        signature,
        0);
    return Bytes.wrap(signature);
  }

  /** The secret itself, for the file of a new key and nothing else. */
  public String toPem() {
    return PrivateKeyPem.write(KIND, new DEROctetString(secret));
  }

  @Override
  public String toString() {
    return "Ed25519PrivateKey[of " + publicKey.value().toHex() + "]";
  }
}
