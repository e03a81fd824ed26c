package cn.zhixin.certificate;

/**
 * The registry holds something of a certificate that cannot be: somebody wrote to the database past
 * the registry. Nothing may be said of that certificate; no other is concerned.
 */
public final class RegistryContradiction extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what contradicts; nothing personal
   */
  public RegistryContradiction(CertificateNumber number, String what) {
    super("certificate " + number + " contradicts itself: " + what);
  }
}
