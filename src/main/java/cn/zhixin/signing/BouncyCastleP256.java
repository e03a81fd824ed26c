package cn.zhixin.signing;

import java.security.Provider;

/**
 * Bouncy Castle's keys and ECDSA on P-256 and nothing else of it, as a security provider. Its own
 * provider computes the base point of every curve that it knows when it is made: most of a second
 * of processor time, of which a public node needs none.
 */
final class BouncyCastleP256 extends Provider {
  static final Provider PROVIDER = new BouncyCastleP256();

  private static final long serialVersionUID = 1L;
  private static final String ROOM = "org.bouncycastle.jcajce.provider.asymmetric.ec.";

  private BouncyCastleP256() {
    super("BC", "1", "ECDSA on P-256 of Bouncy Castle");
    offer("KeyFactory", "EC", "KeyFactorySpi$EC");
    offer("KeyPairGenerator", "EC", "KeyPairGeneratorSpi$EC");
    offer("Signature", "SHA256withECDSA", "SignatureSpi$ecDSA256");
    offer("Signature", "SHA256withPLAIN-ECDSA", "SignatureSpi$ecCVCDSA256");
  }

  private void offer(String type, String algorithm, String className) {
    putService(new Service(this, type, algorithm, ROOM + className, null, null));
  }
}
