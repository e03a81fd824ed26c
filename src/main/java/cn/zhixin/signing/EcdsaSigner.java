package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs with one private key, ECDSA with SHA-256, DER. Confined to one thread. */
final class EcdsaSigner {
  private final Runnable guard;
  private final Signature signature;

  /**
   * @param key of the provider
   * @param guard throws {@link KeyRefused} while the key must not be used
   * @throws GeneralSecurityException if the provider cannot use the key
   */
  EcdsaSigner(PrivateKey key, SigningProvider signing, Runnable guard)
      throws GeneralSecurityException {
    this.guard = guard;
    signature = Signature.getInstance(signing.ecdsa(), signing.provider());
    signature.initSign(key);
  }

  byte[] der(byte[] message) {
    guard.run();
    try {
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key did not sign", e);
    }
  }
}
