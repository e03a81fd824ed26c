package cn.zhixin.verification.lookup;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.HeldCertificates;
import cn.zhixin.verification.PrimaryReads;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks the registry's primary, by one query of the same kind for everybody. */
final class Lookups {
  private final HeldCertificates held;
  private final PrimaryReads reads;
  private final Clock clock;

  Lookups(HeldCertificates held, PrimaryReads reads, Clock clock) {
    this.held = held;
    this.reads = reads;
    this.clock = clock;
  }

  Finding find(Inquiry inquiry) {
    Instant asOf = clock.instant();
    Optional<List<Certificate>> read = reads.read(() -> held.of(inquiry.document()));
    if (read.isEmpty()) {
      return new Finding.Unconfirmed(asOf);
    }
    List<Certificate> theirs =
        read.get().stream()
            .filter(Certificate::isIssued)
            .filter(each -> inquiry.isOf(each.result().name()))
            .sorted(
                Comparator.comparing((Certificate each) -> each.result().acquiredOn()).reversed())
            .toList();
    return new Finding.Known(theirs, asOf);
  }
}
