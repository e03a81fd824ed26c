package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.ledger.LedgerUnavailable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 更正 and 补发: a new certificate takes the place of an old one.
 *
 * <p>A correction is a batch of one row, so that a crash in the middle of it is finished by the
 * next start like any other.
 */
public final class Corrections {
  private final Certificates certificates;
  private final IssuingKeys keys;
  private final JdbcBatches batches;
  private final BatchRunner runner;
  private final TrialRendering trial;
  private final StateChanges changes;
  private final Clock clock;

  Corrections(
      Certificates certificates,
      IssuingKeys keys,
      JdbcBatches batches,
      BatchRunner runner,
      TrialRendering trial,
      StateChanges changes,
      Clock clock) {
    this.certificates = certificates;
    this.keys = keys;
    this.batches = batches;
    this.runner = runner;
    this.trial = trial;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Issues the corrected certificate and returns it once nobody can still be told that the old one
   * is valid.
   *
   * @param predecessor issued and valid; another state is a refusal
   * @param corrected what the new certificate says
   * @param template the document template's id
   */
  public Outcome correct(
      Certificate predecessor,
      TitleResult corrected,
      String template,
      String actor,
      String reason,
      String ground)
      throws SQLException, InterruptedException, IssuingFailed {
    CertificateState state = predecessor.state();
    if (state != CertificateState.VALID) {
      return new Outcome.NotCorrectable(state);
    }
    var refusal = trial.refusalOf(corrected, template);
    if (refusal.isPresent()) {
      return new Outcome.NotPrintable(refusal.get());
    }
    keys.requireUsable();
    Batch batch =
        batches.open(
            template,
            LocalDate.now(clock),
            actor,
            clock.instant(),
            List.of(
                new BatchRow(
                    1, corrected, new CorrectionOrder(predecessor.code(), reason, ground))),
            1);
    List<FailedChunk> failures = runner.run(batch.id(), (done, outcomes) -> {});
    if (!failures.isEmpty()) {
      return new Outcome.Waiting(batch.id(), failures.get(0).why());
    }
    JdbcBatches.DoneRow done = batches.doneRows(batch.id()).get(0);
    Certificate certificate =
        certificates
            .find(done.code())
            .orElseThrow(() -> new IllegalStateException("a done row's certificate is there"));
    if (done.kind() == RowOutcome.Kind.CONFLICTING) {
      return refusal(predecessor, certificate);
    }
    return new Outcome.Corrected(certificate, changes.settle());
  }

  /**
   * @param standing the certificate that stands in the way: the old one itself, if it lost its
   *     validity meanwhile, or another correction of it, or one of another result
   */
  static Outcome refusal(Certificate predecessor, Certificate standing) {
    if (standing.code().equals(predecessor.code())) {
      return new Outcome.NotCorrectable(standing.state());
    }
    return predecessor.code().equals(standing.predecessor())
        ? new Outcome.NotCorrectable(CertificateState.SUPERSEDED)
        : new Outcome.SameAsAnother(standing);
  }

  /** What became of a correction. */
  public sealed interface Outcome {
    /**
     * The new certificate, issued.
     *
     * @param ledgerWaits why the public ledger does not have the end of the old one yet
     */
    record Corrected(Certificate certificate, Optional<LedgerUnavailable> ledgerWaits)
        implements Outcome {}

    /** Only a valid certificate can be corrected. */
    record NotCorrectable(CertificateState state) implements Outcome {}

    /** The corrected result is one that has another certificate. */
    record SameAsAnother(Certificate other) implements Outcome {}

    /** The new certificate is ordered, but could not be issued yet. */
    record Waiting(long batchId, String why) implements Outcome {}

    /** The new facts cannot be printed. */
    record NotPrintable(PrintRefusal refusal) implements Outcome {}
  }
}
