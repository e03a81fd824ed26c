package cn.zhixin.signing;

import java.security.Provider;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The security providers this room uses, without registering any for the whole process. */
final class BouncyCastle {
  static final String NAME = BouncyCastleProvider.PROVIDER_NAME;

  /** Verifies everything: the platform's own ECDSA of Java 17 takes some forged signatures. */
  static final Provider PROVIDER = new BouncyCastleProvider();

  private BouncyCastle() {}

  /**
   * @param name {@code BC}, or the name of a provider that is registered with the platform
   * @throws IllegalArgumentException if there is none of that name
   */
  static Provider named(String name) {
    if (name.equals(NAME)) {
      return PROVIDER;
    }
    Provider provider = Security.getProvider(name);
    if (provider == null) {
      throw new IllegalArgumentException("no security provider is named " + name);
    }
    return provider;
  }
}
