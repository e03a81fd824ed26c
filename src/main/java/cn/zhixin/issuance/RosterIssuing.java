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
  private final IssuedBefore issuedBefore;
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
    this.issuedBefore = new IssuedBefore(certificates, chunkSize);
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

  /**
   * Tells of all accepted rows of a roster if an order would issue nothing of it. Then none is
   * needed, which would only leave a batch that issued nothing.
   *
   * @return whether that is so; if not, nothing was told
   */
  public boolean tellIfNoneIsLeft(Roster roster, OutcomeReader reader) throws IOException {
    Optional<List<JdbcBatches.DoneRow>> done = issuedBefore.all(roster.accepted());
    if (done.isPresent()) {
      tell(done.get(), reader);
    }
    return done.isPresent();
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

  /**
   * Issues a batch, together with whatever other processes do of it.
   *
   * @return the chunks whose rows still wait
   */
  public List<FailedChunk> issue(Batch batch, BatchRunner.Progress progress)
      throws SQLException, InterruptedException, IssuingFailed {
    return runner.run(batch.id(), progress);
  }

  /**
   * Tells of all rows of a batch that are done, whoever did them, some at a time and by sheet row.
   * No more than those are held, however many the batch has.
   */
  public void tellOutcomes(Batch batch, OutcomeReader reader) throws SQLException, IOException {
    tell(batches.doneRows(batch.id()), reader);
  }

  private void tell(List<JdbcBatches.DoneRow> done, OutcomeReader reader) throws IOException {
    for (int from = 0; from < done.size(); from += chunkSize) {
      reader.read(outcomes(done.subList(from, Math.min(done.size(), from + chunkSize))));
    }
  }

  private List<RowOutcome> outcomes(List<JdbcBatches.DoneRow> rows) {
    Map<VerificationCode, Certificate> found = new HashMap<>();
    certificates
        .findAll(rows.stream().map(JdbcBatches.DoneRow::code).toList())
        .forEach(certificate -> found.put(certificate.code(), certificate));
    return rows.stream()
        .map(
            row ->
                new RowOutcome(
                    row.sheetRow(),
                    row.kind(),
                    Objects.requireNonNull(found.get(row.code()), "a done row's certificate")))
        .toList();
  }

  /**
   * Finishes all batches, those that were interrupted and those that others are issuing.
   *
   * @return the chunks that could not be finished
   */
  public List<FailedChunk> finishOpen(BatchRunner.Progress progress)
      throws SQLException, InterruptedException, IssuingFailed {
    return runner.run(null, progress);
  }

  /** Rows of all batches that still wait to be issued. */
  public int openRows() throws SQLException {
    return runner.openRows();
  }

  /** Is told what became of rows. */
  @FunctionalInterface
  public interface OutcomeReader {
    void read(List<RowOutcome> outcomes) throws IOException;
  }
}
