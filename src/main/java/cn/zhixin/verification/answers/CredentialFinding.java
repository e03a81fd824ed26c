package cn.zhixin.verification.answers;

/** What became of checking a certificate's stored credential. */
public sealed interface CredentialFinding {
  /**
   * Signed by the issuer, and it says what the registry says.
   *
   * @param digits as in the QR symbol
   */
  record Genuine(SigningKeyFacts key, String digits) implements CredentialFinding {}

  /**
   * Not to be relied on.
   *
   * @param reason for the log, without personal data
   */
  record Doubtful(String reason) implements CredentialFinding {}
}
