package cn.zhixin.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.TestDatabase;
import cn.zhixin.ledger.LedgerContradiction;
import cn.zhixin.ledger.LedgerUnavailable;
import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.ledger.QueuedEntries;
import cn.zhixin.ledger.TestLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger does not go on with, and what the database refuses. */
class StoppedLedgerTests extends QueuedLedger {
  @Test
  void aCheckpointIsNotPublishedWhileItsTilesCannotBeWritten() throws Exception {
    queue(1, 5);
    Path blocked = folder.resolve("blocked");
    Files.writeString(blocked, "a file where the folder should be");
    SequencedLedger broken = TestLedger.on(database.dataSource(), blocked);
    assertThatThrownBy(broken::publish)
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageStartingWith("the ledger's folder: ");
    assertThat(jdbc.sql("select count(*) from ledger_checkpoint").query(Long.class).single())
        .isZero();
    // the places were given; whoever comes next goes on with them
    assertThat(broken.isWaiting()).isTrue();
    assertThat(ledger().publish().head().size()).isEqualTo(5);
  }

  @Test
  void nothingIsPublishedWithoutTheCosignaturesThatAreWanted() throws Exception {
    queue(1, 5);
    Cosigners absent =
        (head, note, tiles) -> {
          throw new LedgerUnavailable("1 of 2 witnesses signed");
        };
    SequencedLedger strict =
        TestLedger.on(database.dataSource(), folder, List.of(TestLedger.SIGNER), absent);
    assertThatThrownBy(strict::publish).hasMessage("1 of 2 witnesses signed");
    assertThat(folder.resolve("checkpoint")).doesNotExist();
    queue(6, 1);
    assertThat(ledger().publish().head().size()).isEqualTo(6);
    assertThat(TestLedger.leaves(folder)).hasSize(6);
  }

  @Test
  void aClockThatIsWrongEntersNothing() throws Exception {
    queue(1, 5);
    for (Duration wrong : List.of(Duration.ofDays(30), Duration.ofMinutes(-6))) {
      SequencedLedger ahead =
          TestLedger.on(
              database.dataSource(),
              folder,
              List.of(TestLedger.SIGNER),
              Cosigners.none(),
              () -> Instant.now(Clock.systemUTC()).plus(wrong));
      assertThatThrownBy(ahead::publish)
          .isInstanceOf(LedgerContradiction.class)
          .hasMessageContaining("off the database's");
    }
    assertThat(ledger().publish().head().size()).isEqualTo(5);
  }

  @Test
  void aDatabaseOlderThanItsFolderIsNotContinued() throws Exception {
    queue(1, 5);
    ledger().publish();
    try (TestDatabase restored = TestDatabase.create()) {
      QueuedEntries.withoutRegistry(restored.dataSource());
      QueuedEntries.add(restored.dataSource(), 1, 3);
      SequencedLedger older = TestLedger.on(restored.dataSource(), folder);
      assertThatThrownBy(older::publish)
          .isInstanceOf(LedgerContradiction.class)
          .hasMessageContaining("the database is older than what it published");
    }
  }

  @Test
  void aDamagedFolderIsNotContinued() throws Exception {
    queue(1, 5);
    ledger().publish();
    Path tile = folder.resolve("tile/0/000.p/5");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[40] ^= 1;
    Files.write(tile, bytes);
    queue(6, 1);
    assertThatThrownBy(() -> ledger().publish())
        .isInstanceOf(LedgerContradiction.class)
        .hasMessageContaining("do not lead to its checkpoint of 5");
  }

  @Test
  void aTimeThatIsYetToComeIsNotContinued() throws Exception {
    queue(1, 5);
    ledger().publish();
    jdbc.sql("update ledger_head set last = last + 1, entered_at = now() + interval '4 years'")
        .update();
    queue(6, 1);
    assertThatThrownBy(() -> ledger().publish())
        .isInstanceOf(LedgerContradiction.class)
        .hasMessageContaining("yet to come");
  }

  @Test
  void inspectionFindsWhatDoesNotFit() throws Exception {
    ledger().inspect();
    queue(1, 5);
    ledger().publish();
    ledger().inspect();
    try (TestDatabase restored = TestDatabase.create()) {
      assertThatThrownBy(() -> TestLedger.on(restored.dataSource(), folder).inspect())
          .isInstanceOf(LedgerContradiction.class)
          .hasMessageContaining("older than what it published");
    }
    Files.delete(folder.resolve("tile/0/000.p/5"));
    assertThatThrownBy(() -> ledger().inspect())
        .isInstanceOf(LedgerContradiction.class)
        .hasMessageContaining("tile/0/000.p/5: expected it or the full tile, found neither");
  }

  @Test
  void aStaleSequencerCannotRollBackOrFork() throws Exception {
    queue(1, 5);
    PublishedCheckpoint first = ledger().publish();
    queue(6, 5);
    ledger().publish();
    JdbcCheckpoints checkpoints = new JdbcCheckpoints(jdbc);
    assertThatThrownBy(() -> checkpoints.publish(first))
        .rootCause()
        .hasMessageContaining("not larger than the last");
    LedgerFolder files = new LedgerFolder(folder);
    files.advance(first.head(), first.note());
    assertThat(files.size()).isEqualTo(10);
  }

  @Test
  void entriesAndCheckpointsCannotBeChangedInTheDatabase() throws Exception {
    queue(1, 5);
    ledger().publish();
    queue(6, 1);
    for (String sql :
        List.of(
            "update ledger_entry set subject = sha256('') where leaf_index = 2",
            "update ledger_entry set leaf_index = 9 where leaf_index = 2",
            "update ledger_entry set entered_at = now() where leaf_index = 2",
            "update ledger_entry set subject = sha256('') where leaf_index is null",
            "delete from ledger_entry",
            "truncate ledger_entry cascade",
            "update ledger_checkpoint set note = ''",
            "delete from ledger_checkpoint",
            "truncate ledger_checkpoint",
            "insert into ledger_checkpoint values (4, 'note', now())",
            "update ledger_head set last = 3",
            "delete from ledger_head")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .rootCause()
          .hasMessageMatching("(?s).*(append-only|place|larger|only grows).*");
    }
  }
}
