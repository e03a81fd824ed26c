package cn.zhixin.signing;

/** Signs with one private key, ECDSA with SHA-256. Confined to one thread unless said otherwise. */
@FunctionalInterface
interface EcdsaSigner {
  /**
   * DER of the signature.
   *
   * @throws KeyRefused while the key must not be used
   * @throws TokenUnavailable if the key is in a token that does not answer
   */
  byte[] der(byte[] message);
}
