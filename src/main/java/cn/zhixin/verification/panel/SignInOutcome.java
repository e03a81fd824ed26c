package cn.zhixin.verification.panel;

import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.guesses.Guesser;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {
  /** The holder is there. */
  record Entered() implements SignInOutcome {}

  /** Number and code do not belong together, or there is no such certificate. Counted. */
  record NotConfirmed() implements SignInOutcome {}

  /** The file that came along is not the certificate's. The number was not looked at. */
  record OtherFile() implements SignInOutcome {}

  /** Too many have failed in this way. The number was not looked at. */
  record TooOften(Guesser way, Decision.Refused refused) implements SignInOutcome {}

  /** The registry could not be read. */
  record Unreachable() implements SignInOutcome {}
}
