package cn.zhixin.signing;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Bouncy Castle as a security provider, without registering it for the whole process: for
 * certificates, their paths and what came signed from elsewhere. Where a key on P-256 is all that
 * is needed, {@link BouncyCastleP256} is there at once.
 */
final class BouncyCastle {
  /** Verifies everything: the platform's own ECDSA of Java 17 takes some forged signatures. */
  static final Provider PROVIDER = new BouncyCastleProvider();

  private BouncyCastle() {}
}
