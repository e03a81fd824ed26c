package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.ChangeOutcome;
import cn.zhixin.certificate.ChangeRequest;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.VerificationCode;
import java.time.Clock;
import java.util.Optional;

/**
 * Suspension, resumption, revocation and cancellation, acknowledged only when they cannot be
 * missed: after the commit every public node's lease on the old state is waited out.
 */
public final class StateChanges {
  private final Certificates certificates;
  private final FreshnessTimes times;
  private final Clock clock;

  StateChanges(Certificates certificates, FreshnessTimes times, Clock clock) {
    this.certificates = certificates;
    this.times = times;
    this.clock = clock;
  }

  /**
   * Changes a certificate's state. A change that was made before is waited for as well: whoever
   * asks again after a crash gets the same promise.
   */
  public ChangeOutcome change(
      VerificationCode code, CertificateEventKind kind, String actor, String reason, String ground)
      throws InterruptedException {
    ChangeOutcome outcome =
        certificates.change(new ChangeRequest(code, kind, actor, reason, ground), clock.instant());
    if (outcome instanceof ChangeOutcome.Changed || outcome instanceof ChangeOutcome.Unchanged) {
      waitOutLeases();
    }
    return outcome;
  }

  /** Returns when no node can still answer from what it knew before this call. */
  void waitOutLeases() throws InterruptedException {
    Thread.sleep(times.writerWait().toMillis() + 1);
  }

  /** The certificate behind a code, if it was issued. */
  public Optional<Certificate> find(VerificationCode code) {
    return certificates.find(code).filter(Certificate::isIssued);
  }
}
