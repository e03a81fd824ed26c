package cn.zhixin.verification.holder;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.people.ApiKey;
import cn.zhixin.verification.PrimaryReads;
import cn.zhixin.verification.PublicRole;
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
 */
@PublicRole
@Component
class HolderMatches {
  private final Certificates certificates;
  private final PrimaryReads reads;
  private final IdentityGuesses guesses;
  private final Clock clock;

  HolderMatches(
      Certificates certificates, PrimaryReads reads, IdentityGuesses guesses, Clock clock) {
    this.certificates = certificates;
    this.reads = reads;
    this.guesses = guesses;
    this.clock = clock;
  }

  /**
   * @param asker empty for somebody who is no organisation, or does not say which
   */
  HolderMatch match(VerificationCode code, HolderClaim claim, Optional<ApiKey> asker) {
    Instant asOf = clock.instant();
    if (claim.identityTail() == null) {
      return reads
          .read(() -> compare(code, claim, asOf))
          .orElseGet(() -> new HolderMatch.Unconfirmed(asOf));
    }
    Guesser guesser =
        asker
            .<Guesser>map(key -> new Guesser.Employer(key.organisation().id(), code))
            .orElseGet(() -> new Guesser.CodeAlone(code));
    return reads
        .read(() -> counted(guesser, code, claim, asOf))
        .orElseGet(() -> new HolderMatch.Unconfirmed(asOf));
  }

  private HolderMatch counted(
      Guesser guesser, VerificationCode code, HolderClaim claim, Instant asOf) {
    if (guesses.begin(guesser) instanceof Decision.Refused refused) {
      return new HolderMatch.TooOften(guesser, refused, asOf);
    }
    boolean wrong = false;
    try {
      HolderMatch match = compare(code, claim, asOf);
      wrong = match instanceof HolderMatch.Differs;
      return match;
    } finally {
      if (!wrong) {
        guesses.giveBack(guesser);
      }
    }
  }

  private HolderMatch compare(VerificationCode code, HolderClaim claim, Instant asOf) {
    Certificate certificate = certificates.find(code).filter(Certificate::isIssued).orElse(null);
    return claim.holdsFor(certificate)
        ? new HolderMatch.Matches(asOf)
        : new HolderMatch.Differs(asOf);
  }
}
