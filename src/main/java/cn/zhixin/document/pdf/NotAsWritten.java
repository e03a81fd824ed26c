package cn.zhixin.document.pdf;

/** Bytes are not what {@link CertificateWriter} writes; says nothing against them otherwise. */
public final class NotAsWritten extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param at index of the first byte that was not expected
   */
  NotAsWritten(int at) {
    super("another layout from byte " + at, null, false, false);
  }
}
