package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

/** Signs with a provider's {@link Signature}, kept from one message to the next. For one thread. */
final class KeptSignature implements EcdsaSigner {
  private static final String ALGORITHM = "SHA256withECDSA";

  private final Signature signature;

  /**
   * @param key of the provider
   * @throws GeneralSecurityException if the provider cannot use the key
   */
  KeptSignature(PrivateKey key, Provider provider) throws GeneralSecurityException {
    signature = Signature.getInstance(ALGORITHM, provider);
    signature.initSign(key);
  }

  @Override
  public byte[] der(byte[] message) {
    try {
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key did not sign", e);
    }
  }
}
