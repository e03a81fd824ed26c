package cn.zhixin.verification.faults;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.ChangeOutcome;
import cn.zhixin.certificate.SharedRegistry;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.issuance.StateChanges;
import cn.zhixin.issuance.WaitingWriter;
import cn.zhixin.verification.Verdict;
import java.util.List;
import java.util.Random;

/** One clerk, who changes the states of the certificates that are his. */
final class RandomOffice {
  private final SharedRegistry registry;
  private final StateChanges changes;
  private final Observations observations;
  private final List<VerificationCode> codes;
  private final Random random;
  private final boolean[] suspended;
  private int first;
  private volatile int present;

  /**
   * @param from his certificates' first, by number
   */
  RandomOffice(
      SharedRegistry registry,
      StateChanges changes,
      Observations observations,
      List<VerificationCode> codes,
      int from,
      Random random) {
    this.registry = registry;
    this.changes = changes;
    this.observations = observations;
    this.codes = codes;
    this.random = random;
    suspended = new boolean[codes.size()];
    first = from;
    present = from;
  }

  /** The certificate that he is changing, by number. */
  int present() {
    return present;
  }

  /** Most certificates are revoked or corrected at once, some suspended and resumed before. */
  boolean step(int end) throws InterruptedException {
    if (first >= end) {
      return false;
    }
    CertificateEventKind kind = CertificateEventKind.REVOKED;
    if (suspended[first] && random.nextInt(3) > 0) {
      kind = CertificateEventKind.RESUMED;
    } else if (!suspended[first] && random.nextInt(3) == 0) {
      kind = CertificateEventKind.SUSPENDED;
    }
    present = first;
    if (!suspended[first] && kind == CertificateEventKind.REVOKED && random.nextInt(4) == 0) {
      correct();
      return true;
    }
    StateChanges.Acknowledged done = changes.change(codes.get(first), kind, "clerk", "复核", "决定7号");
    if (!(done.outcome() instanceof ChangeOutcome.Changed changed)) {
      throw new IllegalStateException("not changed: " + done.outcome());
    }
    observations.acknowledged(
        first, changed.certificate().version(), Verdict.of(changed.certificate().state()));
    if (kind == CertificateEventKind.SUSPENDED) {
      observations.suspensions.incrementAndGet();
    }
    suspended[first] = kind == CertificateEventKind.SUSPENDED;
    if (kind == CertificateEventKind.REVOKED) {
      observations.revocations.incrementAndGet();
      first++;
    }
    return true;
  }

  private void correct() throws InterruptedException {
    Certificate old = registry.correct(codes.get(first));
    WaitingWriter.settle(changes);
    observations.acknowledged(first, old.version(), Verdict.SUPERSEDED);
    observations.corrections.incrementAndGet();
    first++;
  }
}
