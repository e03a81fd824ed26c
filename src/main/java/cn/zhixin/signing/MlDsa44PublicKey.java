package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * An ML-DSA-44 key that verifies (FIPS 204), with the empty context.
 *
 * @param value 1312 bytes, of which any are a key
 */
public record MlDsa44PublicKey(Bytes value) {
  public static final int SIZE = 1312;
  public static final int SIGNATURE_SIZE = 2420;

  public MlDsa44PublicKey {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException(
          "an ML-DSA-44 public key has 1312 bytes, not " + value.size());
    }
  }

  /** Whether the key's owner signed the message (FIPS 204 §5.3); not one of another length. */
  public boolean verify(Bytes message, Bytes signature) {
    if (signature.size() != SIGNATURE_SIZE) {
      return false;
    }
    MLDSASigner verifier = new MLDSASigner();
    verifier.init(
        false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, value.unsafeArray()));
    verifier.update(message.unsafeArray(), 0, message.size());
    return verifier.verifySignature(signature.unsafeArray());
  }
}
