package cn.zhixin.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.TestDatabase;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerContradiction;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.LedgerUnavailable;
import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.ledger.QueuedEntries;
import cn.zhixin.ledger.Salt;
import cn.zhixin.ledger.TestLedger;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignatureCheck;
import cn.zhixin.signing.MlDsa44PrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SequencedLedgerTests {
  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

  @BeforeEach
  void withoutRegistry() throws Exception {
    QueuedEntries.withoutRegistry(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SequencedLedger ledger() {
    return TestLedger.on(database.dataSource(), folder);
  }

  private void queue(long from, int count) throws Exception {
    QueuedEntries.add(database.dataSource(), from, count);
  }

  @Test
  void whatWasQueuedIsEnteredInOrderUnderOneCheckpoint() throws Exception {
    SequencedLedger ledger = ledger();
    assertThatThrownBy(ledger::publish)
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessage("the ledger has no entry yet");
    queue(1, 300);
    assertThat(ledger.isWaiting()).isTrue();
    PublishedCheckpoint published = ledger.publish();
    assertThat(ledger.isWaiting()).isFalse();
    assertThat(published.head().size()).isEqualTo(300);
    assertThat(TestLedger.POLICY.check(published.note()))
        .isInstanceOf(CheckpointFinding.Trusted.class);
    assertThat(ledger.publish()).isEqualTo(published);
    List<LedgerLeaf> leaves = TestLedger.leaves(folder);
    for (int i = 0; i < leaves.size(); i++) {
      assertThat(leaves.get(i).subject()).isEqualTo(QueuedEntries.subject(i + 1));
    }
    assertThat(jdbc.sql("select count(*) from ledger_checkpoint").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void provesWhatItEntered() throws Exception {
    queue(1, 10);
    ledger().publish();
    queue(11, 590);
    PublishedCheckpoint published = ledger().publish();
    var prover = ledger().prover(published);
    Salt salt = new Salt(Bytes.wrap(new byte[16]));
    List<LedgerLeaf> leaves = TestLedger.leaves(folder);
    for (int index = 0; index < leaves.size(); index++) {
      LedgerProof proof = prover.prove(salt, new LedgerPlace(index, leaves.get(index).at()));
      Digest leaf = TreeHash.leaf(leaves.get(index).encoded());
      assertThat(proof.inclusion(published.head()).root(leaf)).isEqualTo(published.head().root());
    }
  }

  @Test
  void manyAppendersOfManyProcessesMakeOneLog() throws Exception {
    int threads = 8;
    int rounds = 12;
    AtomicLong certificates = new AtomicLong(1);
    List<Callable<Long>> work = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      SequencedLedger process = ledger();
      for (int round = 0; round < rounds; round++) {
        int count = 1 + (thread * 7 + round * 13) % 40;
        work.add(
            () -> {
              long first = certificates.getAndAdd(count);
              queue(first, count);
              PublishedCheckpoint published = process.publish();
              return published.head().size();
            });
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Long> size : pool.invokeAll(work)) {
        assertThat(size.get(120, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      pool.shutdownNow();
    }
    List<LedgerLeaf> leaves = TestLedger.leaves(folder);
    assertThat(leaves).hasSize((int) certificates.get() - 1);
    assertThat(leaves.stream().map(LedgerLeaf::subject)).doesNotHaveDuplicates();
    assertThat(leaves.stream().map(LedgerLeaf::at).sorted().toList())
        .isEqualTo(leaves.stream().map(LedgerLeaf::at).toList());
  }

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

  @Test
  void theLogSignsAgainstQuantumComputersTooIfItHasTheKey() throws Exception {
    CheckpointSigner postQuantum =
        CheckpointSigner.mlDsa(
            TestLedger.NAME,
            MlDsa44PrivateKey.generate(new SecureRandom()),
            InstantSource.system());
    queue(1, 1);
    PublishedCheckpoint published =
        TestLedger.on(
                database.dataSource(),
                folder,
                List.of(TestLedger.SIGNER, postQuantum),
                Cosigners.none())
            .publish();
    assertThat(SignatureCheck.of(published.note(), published.head(), postQuantum.key()))
        .isInstanceOf(SignatureCheck.Signed.class);
  }

  @Test
  void partialTilesGoOnceTheFullOneIsThere() throws Exception {
    for (int i = 0; i < 30; i++) {
      queue(1 + i * 10L, 10);
      ledger().publish();
    }
    assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
    assertThat(Objects.requireNonNull(folder.resolve("tile/0/001.p").toFile().list())).hasSize(5);
    assertThat(TestLedger.leaves(folder)).hasSize(300);
  }
}
