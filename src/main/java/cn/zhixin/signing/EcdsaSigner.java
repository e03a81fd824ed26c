package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

/** Signs with one private key, ECDSA with SHA-256, DER. Confined to one thread. */
final class EcdsaSigner {
  private final Runnable guard;
  private final Signature signature;

  /**
   * @param guard throws {@link KeyRefused} while the key must not be used
   */
  EcdsaSigner(PrivateKey key, Provider provider, Runnable guard) {
    this.guard = guard;
    try {
      signature = Signature.getInstance("SHA256withECDSA", provider);
      signature.initSign(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(provider.getName() + " cannot use the key", e);
    }
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
