package cn.zhixin.verification.holder;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.people.ApiKey;
import cn.zhixin.verification.PrimaryReads;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.guesses.Guesser;
import cn.zhixin.verification.guesses.IdentityGuesses;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Compares claims with the registry's primary: no cache holds an identity number. Claims with an
 * identity number that do not hold are counted, whichever part is wrong; a name alone is no secret,
 * since who has the code is shown it.
 *
 * <p>What was compared is told with the state that the certificate's page would show: whose it is
 * says little of a certificate that was revoked.
 */
@PublicRole
@Component
class HolderMatches {
  private final Certificates certificates;
  private final PrimaryReads reads;
  private final IdentityGuesses guesses;
  private final Answers answers;
  private final Clock clock;

  HolderMatches(
      Certificates certificates,
      PrimaryReads reads,
      IdentityGuesses guesses,
      Answers answers,
      Clock clock) {
    this.certificates = certificates;
    this.reads = reads;
    this.guesses = guesses;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * @param asker empty for somebody who is no organisation, or does not say which
   */
  HolderMatch match(VerificationCode code, HolderClaim claim, Optional<ApiKey> asker) {
    Instant asOf = clock.instant();
    if (claim.identityTail() == null) {
      return reads
          .read(() -> holds(code, claim))
          .map(holds -> told(holds, code, asOf))
          .orElseGet(() -> new HolderMatch.Unconfirmed(asOf));
    }
    Guesser guesser =
        asker
            .<Guesser>map(key -> new Guesser.Employer(key.organisation().id(), code))
            .orElseGet(() -> new Guesser.CodeAlone(code));
    return reads
        .read(() -> counted(guesser, code, claim))
        .map(
            counted ->
                counted instanceof Counted.Refused often
                    ? new HolderMatch.TooOften(guesser, often.refused(), asOf)
                    : told(((Counted.Compared) counted).holds(), code, asOf))
        .orElseGet(() -> new HolderMatch.Unconfirmed(asOf));
  }

  private Counted counted(Guesser guesser, VerificationCode code, HolderClaim claim) {
    if (guesses.begin(guesser) instanceof Decision.Refused refused) {
      return new Counted.Refused(refused);
    }
    boolean wrong = false;
    try {
      boolean holds = holds(code, claim);
      wrong = !holds;
      return new Counted.Compared(holds);
    } finally {
      if (!wrong) {
        guesses.giveBack(guesser);
      }
    }
  }

  private boolean holds(VerificationCode code, HolderClaim claim) {
    return claim.holdsFor(certificates.find(code).filter(Certificate::isIssued).orElse(null));
  }

  /** Asks after the comparison: a state that was acknowledged before is told. */
  private HolderMatch told(boolean holds, VerificationCode code, Instant comparedAt) {
    Answer answer = answers.answer(code);
    Instant asOf = answer.asOf().isBefore(comparedAt) ? answer.asOf() : comparedAt;
    return holds
        ? new HolderMatch.Matches(ofSomebody(answer), asOf)
        : new HolderMatch.Differs(answer.verdict(), asOf);
  }

  /** A certificate that has a holder and cannot be found contradicts itself. */
  private static Verdict ofSomebody(Answer answer) {
    return answer instanceof Answer.NotFound ? Verdict.UNCONFIRMED : answer.verdict();
  }

  /** What became of a claim that is counted. */
  private sealed interface Counted {
    record Compared(boolean holds) implements Counted {}

    record Refused(Decision.Refused refused) implements Counted {}
  }
}
