package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.security.SecureRandom;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * An ML-DSA-44 key that signs (FIPS 204), with the empty context, kept as the seed it grows from in
 * PKCS#8 (RFC 9881 §6). Safe for use by several threads.
 */
public final class MlDsa44PrivateKey {
  private static final RawKeyKind KIND = RawKeyKind.ML_DSA_44;

  private final SecureRandom random = new SecureRandom();
  private final MLDSAPrivateKeyParameters secret;
  private final MlDsa44PublicKey publicKey;

  private MlDsa44PrivateKey(byte[] seed) {
    secret = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
    publicKey = new MlDsa44PublicKey(Bytes.wrap(secret.getPublicKey()));
  }

  /**
   * Reads the seed, alone or with the expanded key, which then must be the seed's. The expanded key
   * alone is refused: the RFC advises against it, and it could not be written again as a seed.
   *
   * @param name of the file, for messages only
   * @throws MalformedKey if it holds no ML-DSA-44 private key, or more than one key
   */
  public static MlDsa44PrivateKey ofPem(byte[] pem, String name) throws MalformedKey {
    PrivateKeyPem file = PrivateKeyPem.read(pem, KIND, name);
    MlDsa44Secret content = MlDsa44Secret.read(file);
    MlDsa44PrivateKey key = new MlDsa44PrivateKey(content.seed().toArray());
    if (content.expanded() != null && !content.expanded().equals(key.expanded())) {
      throw file.malformed("展开的密钥与种子不符", "its expanded key does not come from its seed");
    }
    file.requirePublicHalf(key.publicKey.value());
    return key;
  }

  public static MlDsa44PrivateKey generate(SecureRandom random) {
    byte[] seed = new byte[MlDsa44Secret.SEED_SIZE];
    random.nextBytes(seed);
    return new MlDsa44PrivateKey(seed);
  }

  public MlDsa44PublicKey publicKey() {
    return publicKey;
  }

  /** 2420 bytes, others each time: the hedged variant, as FIPS 204 §3.4 prefers. */
  public Bytes sign(Bytes message) {
    MLDSASigner signer = new MLDSASigner();
    signer.init(true, new ParametersWithRandom(secret, random));
    signer.update(message.unsafeArray(), 0, message.size());
    try {
      return Bytes.wrap(signer.generateSignature());
    } catch (CryptoException e) {
      throw new IllegalStateException("the key did not sign", e);
    }
  }

  /** The secret itself, for the file of a new key and nothing else. */
  public String toPem() {
    return PrivateKeyPem.write(
        KIND, new DERTaggedObject(false, 0, new DEROctetString(secret.getSeed())));
  }

  private Bytes expanded() {
    return Bytes.wrap(secret.getEncoded());
  }

  @Override
  public String toString() {
    return "MlDsa44PrivateKey[of " + publicKey.value().slice(0, 32).toHex() + "…]";
  }
}
