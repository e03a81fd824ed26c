package cn.zhixin.signing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

/** Public keys from their coordinates, as vectors give them. */
final class P256Points {
  private P256Points() {}

  static PublicKey key(String x, String y) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(new BigInteger(x, 16), new BigInteger(y, 16));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    return EcdsaP256.require(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve)));
  }
}
