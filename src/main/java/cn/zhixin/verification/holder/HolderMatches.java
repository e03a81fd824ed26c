package cn.zhixin.verification.holder;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PrimaryReads;
import cn.zhixin.verification.PublicRole;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares claims with the registry's primary: no cache holds an identity number. */
@PublicRole
@Component
class HolderMatches {
  private final Certificates certificates;
  private final PrimaryReads reads;
  private final Clock clock;

  HolderMatches(Certificates certificates, PrimaryReads reads, Clock clock) {
    this.certificates = certificates;
    this.reads = reads;
    this.clock = clock;
  }

  HolderMatch match(VerificationCode code, HolderClaim claim) {
    Instant asOf = clock.instant();
    Optional<Optional<Certificate>> read = reads.read(() -> certificates.find(code));
    if (read.isEmpty()) {
      return new HolderMatch.Unconfirmed(asOf);
    }
    Certificate certificate = read.get().filter(Certificate::isIssued).orElse(null);
    return claim.holdsFor(certificate)
        ? new HolderMatch.Matches(asOf)
        : new HolderMatch.Differs(asOf);
  }
}
