package cn.zhixin.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
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
import java.security.SecureRandom;
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
import org.junit.jupiter.api.Test;

class SequencedLedgerTests extends QueuedLedger {
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
