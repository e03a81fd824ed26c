package cn.zhixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.TestDatabase;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.sequencing.SequencedLedger;
import cn.zhixin.ledger.witness.RemoteWitness;
import cn.zhixin.ledger.witness.Witness;
import cn.zhixin.ledger.witness.WitnessServer;
import cn.zhixin.ledger.witness.WitnessSettings;
import cn.zhixin.ledger.witness.WitnessedHeads;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that publishes nothing before two witnesses have cosigned it. */
class WitnessedReleaseTests {
  @TempDir private Path folder;

  @Test
  void publishesOnlyWhatEnoughWitnessesCosigned() throws Exception {
    CheckpointSigner one = signer("w.example/1");
    CheckpointSigner two = signer("w.example/2");
    try (TestDatabase database = TestDatabase.create();
        WitnessServer first = witness(one);
        WitnessServer second = witness(two)) {
      QueuedEntries.withoutRegistry(database.dataSource());
      WitnessSettings settings =
          new WitnessSettings(
              List.of(
                  new RemoteWitness(first.address(), List.of(one.key())),
                  new RemoteWitness(second.address(), List.of(two.key()))),
              2,
              Duration.ofSeconds(5));
      try (WitnessedRelease witnessed = new WitnessedRelease(settings, TestLedger.SIGNER.key())) {
        SequencedLedger ledger =
            TestLedger.on(
                database.dataSource(),
                folder.resolve("log"),
                List.of(TestLedger.SIGNER),
                witnessed);
        for (int round = 0; round < 3; round++) {
          QueuedEntries.add(database.dataSource(), 1 + round * 300L, 300);
          PublishedCheckpoint published = ledger.publish();
          assertThat(settings.policy(TestLedger.SIGNER.key()).check(published.note()))
              .isEqualTo(
                  new CheckpointFinding.Trusted(
                      published.head(), List.of("w.example/1", "w.example/2")));
        }
        second.close();
        QueuedEntries.add(database.dataSource(), 2_000, 1);
        assertThatThrownBy(ledger::publish)
            .isInstanceOf(LedgerUnavailable.class)
            .hasMessage(
                "Too few witnesses signed the checkpoint. 2 of 2 are wanted; away: w.example/2");
        assertThat(TestLedger.leaves(folder.resolve("log"))).hasSize(900);
        assertThat(ledger.isWaiting()).isTrue();
      }
    }
  }

  @Test
  void aWitnessThatHasSeenMoreStopsTheLedger() throws Exception {
    CheckpointSigner one = signer("w.example/1");
    try (WitnessServer server = witness(one)) {
      WitnessSettings settings =
          new WitnessSettings(
              List.of(new RemoteWitness(server.address(), List.of(one.key()))),
              1,
              Duration.ofSeconds(5));
      for (int entries : new int[] {20, 10}) {
        // the second database and folder stand for both restored from before
        Path log = folder.resolve("log-" + entries);
        try (TestDatabase database = TestDatabase.create();
            WitnessedRelease witnessed = new WitnessedRelease(settings, TestLedger.SIGNER.key())) {
          QueuedEntries.withoutRegistry(database.dataSource());
          QueuedEntries.add(database.dataSource(), 1, entries);
          SequencedLedger ledger =
              TestLedger.on(database.dataSource(), log, List.of(TestLedger.SIGNER), witnessed);
          if (entries == 20) {
            ledger.publish();
          } else {
            assertThatThrownBy(ledger::publish)
                .isInstanceOf(LedgerContradiction.class)
                .hasMessage(
                    "witness w.example/1: The witness has seen a larger ledger: was ours rolled"
                        + " back?");
          }
        }
      }
    }
  }

  private static CheckpointSigner signer(String name) {
    return CheckpointSigner.witness(
        name, Ed25519PrivateKey.generate(new SecureRandom()), InstantSource.system());
  }

  private WitnessServer witness(CheckpointSigner signer) throws Exception {
    Witness witness =
        new Witness(
            List.of(signer),
            List.of(TestLedger.SIGNER.key()),
            WitnessedHeads.open(folder.resolve(signer.key().name())));
    return WitnessServer.start(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }
}
