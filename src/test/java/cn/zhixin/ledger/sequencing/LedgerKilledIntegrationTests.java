package cn.zhixin.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.LongReport;
import cn.zhixin.TestDatabase;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.QueuedEntries;
import cn.zhixin.ledger.TestLedger;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes that append to one ledger are killed again and again, at any moment: between two
 * statements, two files, or a signature and its publication. After every kill the whole log is read
 * and checked against everything that was seen of it before.
 *
 * <p>{@code mvn -Plong -Dlong=kills -Dcycles=1000 verify} kills more often.
 */
@Tag("kills")
class LedgerKilledIntegrationTests {
  private static final int KILLS = Integer.getInteger("zhixin.ledger-kills", 200);
  private static final int AT_ONCE = 2;

  /** Some rounds of an appender, so that every step of one is hit. */
  private static final int WITHIN_MILLIS = 250;

  /** Certificates of one process; none queues as many. */
  private static final long RANGE = 1_000_000;

  private final Random random = new Random(6962);

  @TempDir private Path folder;

  @Test
  void neitherForksNorShrinksNorLeavesAGap() throws Exception {
    Path key = folder.resolve("key.pem");
    Ed25519PrivateKey secret = Ed25519PrivateKey.generate(new SecureRandom());
    Files.writeString(key, secret.toPem());
    CheckpointSigner signer = CheckpointSigner.log(TestLedger.NAME, secret);
    CheckpointPolicy policy = CheckpointPolicy.of(signer.key());
    Path log = folder.resolve("log");
    try (TestDatabase database = TestDatabase.create()) {
      QueuedEntries.withoutRegistry(database.dataSource());
      List<LedgerLeaf> seen = List.of();
      int kills = 0;
      for (int cycle = 0; kills < KILLS; cycle++) {
        List<AppendingProcess> processes = new ArrayList<>();
        for (int process = 0; process < AT_ONCE; process++) {
          processes.add(
              AppendingProcess.start(
                  database.jdbcUrl(),
                  database.user(),
                  database.password(),
                  log.toString(),
                  key.toString(),
                  Long.toString(1 + (cycle * AT_ONCE + process) * RANGE)));
        }
        for (AppendingProcess process : processes) {
          process.awaitWork();
        }
        for (AppendingProcess process : processes) {
          Thread.sleep(random.nextInt(WITHIN_MILLIS));
          process.kill();
          kills++;
          List<LedgerLeaf> now = TestLedger.leaves(log, policy);
          assertThat(now.size()).isGreaterThanOrEqualTo(seen.size());
          assertThat(now.subList(0, seen.size())).isEqualTo(seen);
          seen = now;
        }
      }
      awaitTheirStatements(database);
      TestLedger.on(database.dataSource(), log, List.of(signer), Cosigners.none()).publish();
      List<LedgerLeaf> all = TestLedger.leaves(log, policy);
      assertThat(all.subList(0, seen.size())).isEqualTo(seen);
      report(kills, all, database, policy);
    }
  }

  /** The server ends a statement whose sender was killed, and commits it. */
  private static void awaitTheirStatements(TestDatabase database) throws Exception {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    while (jdbc.sql(
                """
            select count(*) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
            """)
            .query(Long.class)
            .single()
        > 0) {
      Thread.sleep(50);
    }
  }

  private static void report(
      int kills, List<LedgerLeaf> all, TestDatabase database, CheckpointPolicy policy)
      throws Exception {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    List<Long> queued =
        jdbc.sql("select certificate from ledger_entry order by leaf_index")
            .query(Long.class)
            .list();
    List<Digest> entered = all.stream().map(LedgerLeaf::subject).toList();
    Set<Digest> distinct = new HashSet<>(entered);
    long lost =
        queued.stream().filter(one -> !distinct.contains(QueuedEntries.subject(one))).count();
    LongReport.add(
        "kills",
        Map.of(
            "ledgerKills",
            kills,
            "ledgerEntries",
            all.size(),
            "ledgerLost",
            lost,
            "ledgerDuplicated",
            entered.size() - distinct.size()));
    assertThat(entered).isEqualTo(queued.stream().map(QueuedEntries::subject).toList());
    assertThat(distinct).hasSameSizeAs(entered);
    everyCheckpointEverPublishedIsOfThisLog(jdbc, all, policy);
  }

  private static void everyCheckpointEverPublishedIsOfThisLog(
      JdbcClient jdbc, List<LedgerLeaf> all, CheckpointPolicy policy) throws Exception {
    Frontier frontier = new Frontier();
    List<String> notes =
        jdbc.sql("select note from ledger_checkpoint order by size").query(String.class).list();
    for (String note : notes) {
      Checkpoint head =
          ((CheckpointFinding.Trusted) policy.check(SignedNote.parse(note))).checkpoint();
      while (frontier.size() < head.size()) {
        frontier.append(TreeHash.leaf(all.get((int) frontier.size()).encoded()));
      }
      assertThat(frontier.size()).isEqualTo(head.size());
      assertThat(frontier.root()).isEqualTo(head.root());
    }
    assertThat(frontier.size()).isEqualTo(all.size());
  }
}
