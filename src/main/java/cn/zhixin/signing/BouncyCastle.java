package cn.zhixin.signing;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Bouncy Castle as a security provider, without registering it for the whole process. */
final class BouncyCastle {
  /** Verifies everything: the platform's own ECDSA of Java 17 takes some forged signatures. */
  static final Provider PROVIDER = new BouncyCastleProvider();

  private BouncyCastle() {}
}
