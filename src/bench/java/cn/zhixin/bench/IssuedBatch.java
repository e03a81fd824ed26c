package cn.zhixin.bench;

import cn.zhixin.embedded.EmbeddedServers;
import cn.zhixin.issuance.Batch;
import cn.zhixin.issuance.BatchRunner;
import cn.zhixin.issuance.FailedChunk;
import cn.zhixin.issuance.IssuedDocuments;
import cn.zhixin.issuance.RosterIssuing;
import cn.zhixin.issuance.RowOutcome;
import cn.zhixin.issuance.roster.Roster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Batch after batch of people who were in none before, by the door that the command line uses. */
final class IssuedBatch {
  static final String TEMPLATE = "official-landscape";
  static final int CHUNK = Integer.getInteger("bench.chunk", 250);
  static final String PROVIDER = System.getProperty("bench.provider", "BC");
  static final String TIME_STAMP = System.getProperty("bench.time-stamp", "none");

  private final RosterIssuing issuing;
  private final IssuedDocuments documents;
  private final Path file;
  private final MadeUpRoster people;
  private @Nullable Roster checked;

  /**
   * @param file where a roster lies until it is read
   */
  IssuedBatch(RegistryNode office, Path file) {
    this(office, file, MadeUpRoster.ordinary());
  }

  IssuedBatch(RegistryNode office, Path file, MadeUpRoster people) {
    this.issuing = office.get(RosterIssuing.class);
    this.documents = office.get(IssuedDocuments.class);
    this.file = file;
    this.people = people;
  }

  /** An office on a database of its own; without time stamps unless told otherwise. */
  static RegistryNode office(LedgerFolder folder, EmbeddedServers database) {
    return office(
        List.of(
            "--zhixin.database.url=" + database.jdbcUrl(),
            "--zhixin.database.user=" + database.user(),
            "--zhixin.database.password=" + database.password()),
        folder.path().resolve("home"));
  }

  /**
   * @param database where it is, as the service is told
   */
  static RegistryNode office(List<String> database, Path home) {
    List<String> settings = new ArrayList<>(database);
    settings.add("--zhixin.issuance.chunk-size=" + CHUNK);
    settings.add("--zhixin.signing.provider=" + PROVIDER);
    settings.add("--zhixin.signing.time-stamp=" + TIME_STAMP);
    return RegistryNode.on(settings, "office", home);
  }

  /** Reads a roster of so many and checks each row, also by drawing it. */
  void check(int rows) throws Exception {
    Roster roster = issuing.check(people.write(file, rows), null, TEMPLATE);
    if (roster.accepted().size() != rows) {
      throw new IllegalStateException("a made-up row was refused: " + roster.rejected().get(0));
    }
    checked = roster;
  }

  /** Orders and issues what was checked last. */
  void issue() throws Exception {
    issue((done, rows) -> {});
  }

  /** The same, and copies each certificate's file into a folder. */
  void issueInto(Path folder) throws Exception {
    Batch batch = issue((done, rows) -> {});
    issuing.tellOutcomes(
        batch,
        outcomes -> {
          for (RowOutcome outcome : outcomes) {
            documents.copyTo(folder, outcome.certificate());
          }
        });
  }

  /** Issues, telling how far it is. */
  Batch issue(BatchRunner.Progress progress) throws Exception {
    Roster roster = checked;
    if (roster == null) {
      throw new IllegalStateException("check a roster first");
    }
    AtomicInteger issued = new AtomicInteger();
    Batch batch = issuing.order(roster, TEMPLATE, "bench");
    List<FailedChunk> failures =
        issuing.issue(
            batch,
            (done, rows) -> {
              issued.addAndGet(rows.size());
              progress.done(done, rows);
            });
    if (issued.get() != roster.rows().size() || !failures.isEmpty()) {
      throw new IllegalStateException("not all rows were issued: " + failures);
    }
    return batch;
  }
}
