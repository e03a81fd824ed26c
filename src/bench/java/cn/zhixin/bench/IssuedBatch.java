package cn.zhixin.bench;

import cn.zhixin.issuance.FailedChunk;
import cn.zhixin.issuance.RosterIssuing;
import cn.zhixin.issuance.roster.Roster;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Batch after batch of people who were in none before, by the door that the command line uses. */
final class IssuedBatch {
  private final RosterIssuing issuing;
  private final Path file;
  private final String template;
  private final MadeUpRoster people = new MadeUpRoster();
  private @Nullable Roster checked;

  /**
   * @param file where a roster lies until it is read
   */
  IssuedBatch(RegistryNode office, Path file, String template) {
    this.issuing = office.get(RosterIssuing.class);
    this.file = file;
    this.template = template;
  }

  /** Reads a roster of so many and checks each row, also by drawing it. */
  void check(int rows) throws Exception {
    Roster roster = issuing.check(people.write(file, rows), null, template);
    if (roster.accepted().size() != rows) {
      throw new IllegalStateException("a made-up row was refused: " + roster.rejected().get(0));
    }
    checked = roster;
  }

  /** Orders and issues what was checked last. */
  void issue() throws Exception {
    Roster roster = checked;
    if (roster == null) {
      throw new IllegalStateException("check a roster first");
    }
    AtomicInteger issued = new AtomicInteger();
    List<FailedChunk> failures =
        issuing.issue(
            issuing.order(roster, template, "bench"),
            (done, rows) -> issued.addAndGet(rows.size()));
    if (issued.get() != roster.rows().size() || !failures.isEmpty()) {
      throw new IllegalStateException("not all rows were issued: " + failures);
    }
  }
}
