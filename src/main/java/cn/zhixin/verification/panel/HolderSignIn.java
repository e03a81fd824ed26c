package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.guesses.Guesser;
import cn.zhixin.verification.guesses.IdentityGuesses;
import java.util.Optional;

/**
 * Lets a holder in who knows the identity number, and lets nobody else keep him out by failing.
 * Safe for all threads.
 */
public final class HolderSignIn {
  private final Holders holders;
  private final BrowserMarks marks;
  private final IdentityGuesses guesses;

  HolderSignIn(Holders holders, BrowserMarks marks, IdentityGuesses guesses) {
    this.holders = holders;
    this.marks = marks;
    this.guesses = guesses;
  }

  /**
   * @param kept marks as the browser sends them; empty for none
   * @param file digest of the file that came along
   */
  public SignInOutcome enter(
      VerificationCode code, TypedIdentityNumber number, String kept, Optional<Digest> file) {
    if (file.isPresent()) {
      HolderCheck issued = holders.checkFile(code, file.get());
      if (!(issued instanceof HolderCheck.Confirmed)) {
        // nothing counts: else whoever has any file could use up the way of those who have this one
        return issued instanceof HolderCheck.Unreachable
            ? new SignInOutcome.Unreachable()
            : new SignInOutcome.OtherFile();
      }
      return enter(code, number, new Guesser.WithFile(code));
    }
    Optional<String> mark = marks.find(kept, code);
    return enter(
        code,
        number,
        mark.isPresent() ? new Guesser.KnownBrowser(mark.get()) : new Guesser.CodeAlone(code));
  }

  private SignInOutcome enter(VerificationCode code, TypedIdentityNumber number, Guesser way) {
    if (guesses.begin(way) instanceof Decision.Refused refused) {
      return new SignInOutcome.TooOften(way, refused);
    }
    HolderCheck check = holders.check(code, number);
    if (check instanceof HolderCheck.NotConfirmed) {
      return new SignInOutcome.NotConfirmed();
    }
    guesses.giveBack(way);
    return check instanceof HolderCheck.Confirmed
        ? new SignInOutcome.Entered()
        : new SignInOutcome.Unreachable();
  }
}
