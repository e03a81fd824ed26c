package cn.zhixin.verification.guesses;

import cn.zhixin.certificate.VerificationCode;

/**
 * What somebody brings beside an identity number. Wrong numbers are counted for each way apart: who
 * can fail in one cannot use up another.
 */
public sealed interface Guesser {
  /** The code, which stands on every copy of the certificate; whichever door it is brought to. */
  record CodeAlone(VerificationCode code) implements Guesser {}

  /**
   * A browser with which the holder signed in before.
   *
   * @param mark random part of its mark: each counts for itself
   */
  record KnownBrowser(String mark) implements Guesser {}

  /** The certificate's own PDF, byte for byte. */
  record WithFile(VerificationCode code) implements Guesser {}

  /**
   * An organisation that says who it is.
   *
   * @param organisation its id
   */
  record Employer(long organisation, VerificationCode code) implements Guesser {}

  /** For whom attempts are counted; differs between ways. */
  default String subject() {
    if (this instanceof KnownBrowser browser) {
      return "browser\n" + browser.mark();
    }
    if (this instanceof WithFile file) {
      return "file\n" + file.code().value();
    }
    return this instanceof Employer employer
        ? "employer\n" + employer.organisation() + "\n" + employer.code().value()
        : "code\n" + ((CodeAlone) this).code().value();
  }
}
