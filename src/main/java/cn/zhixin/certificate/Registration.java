package cn.zhixin.certificate;

/** What became of a result that was handed in for a certificate. */
public sealed interface Registration {
  /** The certificate that stands for the result now. */
  Certificate certificate();

  /** Number, code and credential were given now; the document is still to be made and released. */
  record Registered(Certificate certificate) implements Registration {}

  /** The same result was registered before: this is its certificate, issued or not yet. */
  record AlreadyRegistered(Certificate certificate) implements Registration {}

  /**
   * The same person holds the same title of the same committee and specialty with another date: a
   * mistyped date, most likely, and a matter for a correction; nothing was registered.
   */
  record Conflicting(Certificate certificate) implements Registration {}
}
