package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.ChangeOutcome;
import cn.zhixin.certificate.ChangeRequest;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.ledger.Ledger;
import cn.zhixin.ledger.LedgerUnavailable;
import java.time.Clock;
import java.util.Optional;

/**
 * Suspension, resumption, revocation and cancellation, acknowledged only when they cannot be
 * missed: after the commit every public node's lease on the old state is waited out. By then they
 * are in the public ledger too, unless it cannot enter anything: a revocation does not wait for it.
 */
public final class StateChanges {
  private final Certificates certificates;
  private final Ledger ledger;
  private final FreshnessTimes times;
  private final Clock clock;

  StateChanges(Certificates certificates, Ledger ledger, FreshnessTimes times, Clock clock) {
    this.certificates = certificates;
    this.ledger = ledger;
    this.times = times;
    this.clock = clock;
  }

  /**
   * Changes a certificate's state. A change that was made before is waited for as well: whoever
   * asks again after a crash gets the same promise.
   */
  public Acknowledged change(
      VerificationCode code, CertificateEventKind kind, String actor, String reason, String ground)
      throws InterruptedException {
    ChangeOutcome outcome =
        certificates.change(new ChangeRequest(code, kind, actor, reason, ground), clock.instant());
    if (outcome instanceof ChangeOutcome.Changed || outcome instanceof ChangeOutcome.Unchanged) {
      return new Acknowledged(outcome, settle());
    }
    return new Acknowledged(outcome, Optional.empty());
  }

  /**
   * Returns when no node can still answer from what it knew before this call, and the public ledger
   * has been told.
   *
   * @return why the ledger's entry waits; empty if it is published
   */
  Optional<LedgerUnavailable> settle() throws InterruptedException {
    try {
      ledger.publish();
      return Optional.empty();
    } catch (LedgerUnavailable e) {
      return Optional.of(e);
    } finally {
      // whatever became of the ledger: the change is in force
      Thread.sleep(times.writerWait().toMillis() + 1);
    }
  }

  /**
   * What became of a change.
   *
   * @param ledgerWaits why its entry in the public ledger waits; empty if it is published, or if
   *     nothing was changed
   */
  public record Acknowledged(ChangeOutcome outcome, Optional<LedgerUnavailable> ledgerWaits) {}

  /** The certificate behind a code, if it was issued. */
  public Optional<Certificate> find(VerificationCode code) {
    return certificates.find(code).filter(Certificate::isIssued);
  }
}
