package cn.zhixin.certificate;

/** What became of a {@link ChangeRequest}. */
public sealed interface ChangeOutcome {
  /** Done and committed; the public may still be shown the old state for one lease. */
  record Changed(Certificate certificate) implements ChangeOutcome {}

  /** The certificate is in that state already: nothing was written. */
  record Unchanged(Certificate certificate) implements ChangeOutcome {}

  /** The step does not exist from the certificate's state: nothing was written. */
  record Refused(Certificate certificate, CertificateState from) implements ChangeOutcome {}

  /** No issued certificate has that code. */
  record Unknown() implements ChangeOutcome {}
}
