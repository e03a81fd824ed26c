package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.door.DoorLimits;
import cn.zhixin.verification.door.Limit;
import java.util.List;
import java.util.Optional;

/**
 * Lets a holder in who knows the identity number, and lets nobody else keep him out by failing.
 * Safe for all threads.
 */
public final class HolderSignIn {
  private final Holders holders;
  private final BrowserMarks marks;
  private final SignInAttempts attempts;
  private final DoorLimits limits;

  HolderSignIn(Holders holders, BrowserMarks marks, SignInAttempts attempts, DoorLimits limits) {
    this.holders = holders;
    this.marks = marks;
    this.attempts = attempts;
    this.limits = limits;
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
      return enter(code, number, new SignInWay.WithFile(code), limits.holderSignInFile());
    }
    Optional<String> mark = marks.find(kept, code);
    return mark.isPresent()
        ? enter(code, number, new SignInWay.KnownBrowser(mark.get()), limits.holderSignInBrowser())
        : enter(code, number, new SignInWay.CodeAlone(code), limits.holderSignInCode());
  }

  private SignInOutcome enter(
      VerificationCode code, TypedIdentityNumber number, SignInWay way, List<Limit> counted) {
    if (attempts.begin(counted, way.subject()) instanceof Decision.Refused refused) {
      return new SignInOutcome.TooOften(way, refused);
    }
    HolderCheck check = holders.check(code, number);
    if (check instanceof HolderCheck.NotConfirmed) {
      return new SignInOutcome.NotConfirmed();
    }
    attempts.giveBack(counted, way.subject());
    return check instanceof HolderCheck.Confirmed
        ? new SignInOutcome.Entered()
        : new SignInOutcome.Unreachable();
  }
}
