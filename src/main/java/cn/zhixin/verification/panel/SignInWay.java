package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;

/**
 * What somebody brings beside the identity number. Failed attempts are counted for each way apart:
 * who can fail in one cannot use up another.
 */
public sealed interface SignInWay {
  /** The code, which stands on every copy of the certificate. */
  record CodeAlone(VerificationCode code) implements SignInWay {}

  /**
   * A browser with which the holder signed in before.
   *
   * @param mark random part of its mark: each counts for itself
   */
  record KnownBrowser(String mark) implements SignInWay {}

  /** The certificate's own PDF, byte for byte. */
  record WithFile(VerificationCode code) implements SignInWay {}

  /** For whom attempts are counted; differs between ways. */
  default String subject() {
    if (this instanceof KnownBrowser browser) {
      return "browser\n" + browser.mark();
    }
    return this instanceof WithFile file
        ? "file\n" + file.code().value()
        : "code\n" + ((CodeAlone) this).code().value();
  }
}
