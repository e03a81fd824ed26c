package cn.zhixin.issuance;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.issuance.roster.MalformedRoster;
import cn.zhixin.issuance.roster.Roster;
import cn.zhixin.issuance.roster.RosterReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Issues what a committee's roster asks for: check, order, issue. */
public final class RosterIssuing {
  private final Catalogue catalogue;
  private final IssuingKeys keys;
  private final Layouts layouts;
  private final TrialRendering trial;
  private final JdbcBatches batches;
  private final BatchRunner runner;
  private final Certificates certificates;
  private final int chunkSize;
  private final Clock clock;

  RosterIssuing(
      Catalogue catalogue,
      IssuingKeys keys,
      Layouts layouts,
      TrialRendering trial,
      JdbcBatches batches,
      BatchRunner runner,
      Certificates certificates,
      int chunkSize,
      Clock clock) {
    this.catalogue = catalogue;
    this.keys = keys;
    this.layouts = layouts;
    this.trial = trial;
    this.batches = batches;
    this.runner = runner;
    this.certificates = certificates;
    this.chunkSize = chunkSize;
    this.clock = clock;
  }

  /** The committee of that name or number. */
  public Optional<Committee> committee(String nameOrNumber) {
    return nameOrNumber.chars().allMatch(Character::isDigit) && nameOrNumber.length() < 10
        ? catalogue.committee(Integer.parseInt(nameOrNumber))
        : catalogue.committee(nameOrNumber);
  }

  public boolean hasTemplate(String template) {
    return layouts.exists(template);
  }

  /** The templates that can be named, by name. */
  public List<String> templates() {
    return layouts.names();
  }

  /**
   * Reads a roster and checks every row, also by drawing it once.
   *
   * @param usual the committee of rows that name none
   */
  public Roster check(Path file, @Nullable Committee usual, String template)
      throws IOException, MalformedRoster {
    return PrintableRoster.of(
        new RosterReader(catalogue, clock).read(file, usual), trial, template);
  }

  /** Orders certificates for the accepted rows; from then on they will be issued, come what may. */
  public Batch order(Roster roster, String template, String actor) throws SQLException {
    keys.requireUsable();
    List<BatchRow> rows =
        roster.accepted().stream()
            .map(row -> new BatchRow(row.sheetRow(), row.result(), null))
            .toList();
    return batches.open(template, LocalDate.now(clock), actor, clock.instant(), rows, chunkSize);
  }

  /** The first batch that somebody ordered. */
  Optional<Batch> firstOrderOf(String actor) throws SQLException {
    return batches.firstOf(actor);
  }

  /** Issues a batch, together with whatever other processes do of it. */
  public BatchOutcome issue(Batch batch, BatchRunner.Progress progress)
      throws SQLException, InterruptedException, IssuingFailed {
    Map<Integer, RowOutcome> ours = new ConcurrentHashMap<>();
    List<FailedChunk> failures =
        runner.run(
            batch.id(),
            (done, outcomes) -> {
              outcomes.forEach(outcome -> ours.put(outcome.sheetRow(), outcome));
              progress.done(done, outcomes);
            });
    return new BatchOutcome(outcomes(batches.doneRows(batch.id()), ours), failures);
  }

  /** Of all rows that are done; what other processes did is read. */
  private List<RowOutcome> outcomes(List<JdbcBatches.DoneRow> rows, Map<Integer, RowOutcome> ours) {
    List<VerificationCode> others =
        rows.stream()
            .filter(row -> !ours.containsKey(row.sheetRow()))
            .map(JdbcBatches.DoneRow::code)
            .toList();
    Map<VerificationCode, Certificate> found = new HashMap<>();
    for (int from = 0; from < others.size(); from += chunkSize) {
      certificates
          .findAll(others.subList(from, Math.min(others.size(), from + chunkSize)))
          .forEach(certificate -> found.put(certificate.code(), certificate));
    }
    return rows.stream().map(row -> outcome(row, ours.get(row.sheetRow()), found)).toList();
  }

  private static RowOutcome outcome(
      JdbcBatches.DoneRow row, @Nullable RowOutcome own, Map<VerificationCode, Certificate> found) {
    return own != null
        ? own
        : new RowOutcome(
            row.sheetRow(),
            row.kind(),
            Objects.requireNonNull(found.get(row.code()), "a done row's certificate"));
  }

  /**
   * Finishes batches that a crash or a stop interrupted.
   *
   * @return the chunks that could not be finished
   */
  public List<FailedChunk> finishInterrupted(BatchRunner.Progress progress)
      throws SQLException, InterruptedException, IssuingFailed {
    return runner.run(null, progress);
  }

  /** Rows that interrupted batches left. */
  public int interruptedRows() throws SQLException {
    return runner.openRows();
  }
}
