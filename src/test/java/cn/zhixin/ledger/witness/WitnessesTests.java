package cn.zhixin.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.ledger.note.CheckpointFault;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessesTests {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(600);
  private static final Duration MARGIN = Duration.ofSeconds(15);

  private GrowingLog log;
  private RunningWitness first;
  private RunningWitness second;
  private ScriptedWitness silent;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    log = GrowingLog.of(300);
    first = RunningWitness.start("w.example/1", folder.resolve("1"), log.key());
    second = RunningWitness.start("w.example/2", folder.resolve("2"), log.key());
    silent = ScriptedWitness.silent();
  }

  @AfterEach
  void stop() throws Exception {
    first.close();
    second.close();
    silent.close();
  }

  @Test
  void twoOfThreeSufficeAndTheSilentOneCostsNoMoreThanTheGrace() throws Exception {
    WitnessSettings settings = settings(2, LONG);
    try (Witnesses witnesses = new Witnesses(settings)) {
      for (long size : List.of(100L, 256L, 300L)) {
        long start = System.nanoTime();
        Cosignatures cosignatures = witnesses.cosign(log.head(size), log.note(size), log.tiles);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MARGIN);
        CheckpointFinding finding =
            settings.policy(log.key()).check(log.note(size).with(cosignatures.signatures()));
        assertThat(finding)
            .isEqualTo(
                new CheckpointFinding.Trusted(
                    log.head(size), List.of("w.example/1", "w.example/2")));
        assertThat(cosignatures.signatures()).hasSize(4);
        assertThat(cosignatures.failures()).containsOnlyKeys("w.example/3");
        assertThat(fault(cosignatures, "w.example/3")).isEqualTo(WitnessFault.TOO_LATE);
      }
    }
  }

  @Test
  void whenTooFewCosignItEndsAtTheTimeoutAndThePolicySaysNo() throws Exception {
    WitnessSettings settings = settings(3, SHORT);
    try (Witnesses witnesses = new Witnesses(settings)) {
      long start = System.nanoTime();
      Cosignatures cosignatures = witnesses.cosign(log.head(300), log.note(300), log.tiles);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(SHORT.minusMillis(50), SHORT.plus(MARGIN));
      assertThat(settings.policy(log.key()).check(log.note(300).with(cosignatures.signatures())))
          .isEqualTo(new CheckpointFinding.NotTrusted(CheckpointFault.TOO_FEW_WITNESSES));
    }
  }

  @Test
  void oneThatWasCutOffIsAskedAgainNextTime() throws Exception {
    WitnessSettings settings = settings(2, LONG);
    try (Witnesses witnesses = new Witnesses(settings)) {
      witnesses.cosign(log.head(100), log.note(100), log.tiles);
      // as if the answer for 200 had been cut off: it is recorded, and the log does not know
      assertThat(first.witness.add(log.request(100, 200)))
          .isInstanceOf(WitnessAnswer.Cosigned.class);
      Cosignatures cosignatures = witnesses.cosign(log.head(300), log.note(300), log.tiles);
      assertThat(cosignatures.failures()).containsOnlyKeys("w.example/3");
    }
  }

  @Test
  void aDeadOneIsNamedWithItsReason() throws Exception {
    WitnessSettings settings = settings(1, LONG);
    second.close();
    try (Witnesses witnesses = new Witnesses(settings)) {
      Cosignatures cosignatures = witnesses.cosign(log.head(300), log.note(300), log.tiles);
      assertThat(cosignatures.outcomes())
          .containsOnlyKeys("w.example/1", "w.example/2", "w.example/3");
      assertThat(fault(cosignatures, "w.example/2")).isEqualTo(WitnessFault.UNREACHABLE);
      assertThat(settings.policy(log.key()).check(log.note(300).with(cosignatures.signatures())))
          .isInstanceOf(CheckpointFinding.Trusted.class);
    }
  }

  @Test
  void withoutWitnessesNobodyIsAsked() throws Exception {
    WitnessSettings none = new WitnessSettings(List.of(), 0, LONG);
    try (Witnesses witnesses = new Witnesses(none)) {
      Cosignatures cosignatures = witnesses.cosign(log.head(300), log.note(300), log.tiles);
      assertThat(cosignatures.outcomes()).isEmpty();
      assertThat(none.policy(log.key()).check(log.note(300)))
          .isInstanceOf(CheckpointFinding.Trusted.class);
    }
  }

  @Test
  void settingsThatCannotHoldAreRefused() throws Exception {
    RemoteWitness one = first.remote();
    for (int quorum : List.of(-1, 2)) {
      assertThatThrownBy(() -> new WitnessSettings(List.of(one), quorum, LONG))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new WitnessSettings(List.of(one, one), 1, LONG))
        .hasMessage("two witnesses have one name");
    assertThatThrownBy(() -> new WitnessSettings(List.of(one), 1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    URI address = first.server.address();
    assertThatThrownBy(() -> new RemoteWitness(address, List.of(log.key())))
        .hasMessageStartingWith("a witness's key has type 4 or 6");
    List<VerifierKey> twoNames = List.of(one.key(), second.remote().key());
    assertThatThrownBy(() -> new RemoteWitness(address, twoNames))
        .hasMessageStartingWith("a witness has keys of one name");
    assertThatThrownBy(() -> new RemoteWitness(URI.create("file:/x"), one.keys()))
        .hasMessageStartingWith("a witness's address is http or https");
  }

  @Test
  void severalKeysOfAWitnessAreReadFromOneText() throws Exception {
    RemoteWitness remote = first.remote();
    String text = " " + remote.keys().get(0).vkey() + "\n " + remote.keys().get(1).vkey() + "\n";
    assertThat(RemoteWitness.parse(remote.address(), text)).isEqualTo(remote);
    URI withSlash = URI.create(remote.address() + "/w/");
    assertThat(new RemoteWitness(withSlash, remote.keys()).submission().getPath())
        .isEqualTo("/w/add-checkpoint");
  }

  private static WitnessFault fault(Cosignatures cosignatures, String witness) {
    return Objects.requireNonNull(cosignatures.failures().get(witness)).fault();
  }

  private WitnessSettings settings(int quorum, Duration timeout) {
    CheckpointSigner third =
        CheckpointSigner.witness(
            "w.example/3",
            Ed25519PrivateKey.generate(new SecureRandom()),
            () -> RunningWitness.NOW);
    RemoteWitness mute = new RemoteWitness(silent.address(), List.of(third.key()));
    return new WitnessSettings(List.of(first.remote(), second.remote(), mute), quorum, timeout);
  }
}
