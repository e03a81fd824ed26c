package cn.zhixin.ledger.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTests {
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  @TempDir private Path folder;
  private GrowingLedger ledger = new GrowingLedger(Path.of(""));
  private StateFile file = new StateFile(Path.of("unset"));

  @BeforeEach
  void grow() throws Exception {
    ledger = new GrowingLedger(folder.resolve("ledger")).growTo(300);
    file = new StateFile(folder.resolve("zc.ledger-state"));
  }

  private FollowedState seen() {
    FollowingOutcome outcome =
        new Follower(ledger.source(), ledger.policy(), (done, size) -> {}, GrowingLedger.CLOCK)
            .follow(FollowedState.start());
    return ((FollowingOutcome.UpToDate) outcome).state();
  }

  @Test
  void isReadBackAsItWasWritten() throws Exception {
    assertThat(file.read()).isEmpty();
    StateRecord state = new StateRecord(ledger.key(), seen());
    file.write(state);
    assertThat(file.read()).contains(state);
    ledger.growTo(512);
    StateRecord next = new StateRecord(ledger.key(), seen());
    file.write(next);
    assertThat(file.read()).contains(next);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("ledger", "zc.ledger-state");
    }
  }

  @Test
  void theStateOfAnEmptyLedgerIsReadBack() throws Exception {
    ledger = new GrowingLedger(folder.resolve("empty")).growTo(0);
    StateRecord state = new StateRecord(ledger.key(), seen());
    file.write(state);
    assertThat(file.read()).contains(state);
  }

  @Test
  void anyChangedByteIsFound() throws Exception {
    file.write(new StateRecord(ledger.key(), seen()));
    byte[] written = Files.readAllBytes(file.path());
    for (int at = 0; at < written.length; at++) {
      byte[] changed = written.clone();
      changed[at] ^= 1;
      Files.write(file.path(), changed);
      assertThatThrownBy(file::read).as("byte " + at).isInstanceOf(MalformedState.class);
    }
  }

  @Test
  void aCutOrForeignFileIsRefused() throws Exception {
    file.write(new StateRecord(ledger.key(), seen()));
    String written = Files.readString(file.path());
    for (String other :
        List.of(
            "",
            "zhixin-ledger-state/v1",
            "zhixin-ledger-state/v1\n",
            written.substring(0, written.length() / 2),
            written.replaceFirst("/v1", "/v2"),
            "{}")) {
      Files.writeString(file.path(), other);
      assertThatThrownBy(file::read).isInstanceOf(MalformedState.class);
    }
  }

  /** Even by whoever makes its check line again. */
  @Test
  void aStateThatItsOwnCheckpointDoesNotSignIsRefused() throws Exception {
    FollowedState seen = seen();
    GrowingLedger stranger = new GrowingLedger(folder.resolve("stranger"));
    file.write(new StateRecord(stranger.key(), seen));
    assertThatThrownBy(file::read)
        .hasMessage("expected a checkpoint signed by the key beside it, found another");
    FollowedState other =
        new FollowedState(
            seen.size(),
            java.util.Collections.nCopies(seen.subtrees().size(), seen.root()),
            seen.lastEntry(),
            seen.checkpoint());
    file.write(new StateRecord(ledger.key(), other));
    assertThatThrownBy(file::read)
        .hasMessage("expected subtrees of the checkpoint's root, found others");
  }

  @Test
  void evidenceIsAddedOnceForEachAlarm() throws Exception {
    FollowedState seen = seen();
    Alarm rollback =
        Alarm.of(LedgerFault.ROLLED_BACK, "1 < 300", ledger.source().checkpoint().orElseThrow());
    file.keep(new Evidence(NOW, "https://zc.example.cn/ledger", rollback, seen));
    file.keep(new Evidence(NOW.plusSeconds(60), "https://zc.example.cn/ledger", rollback, seen));
    Alarm fork = Alarm.of(LedgerFault.FORKED, "size 300", rollback.served());
    file.keep(new Evidence(NOW, "https://zc.example.cn/ledger", fork, seen));
    String evidence = Files.readString(folder.resolve("zc.ledger-state.evidence"));
    assertThat(evidence)
        .containsOnlyOnce("ROLLED_BACK 1 < 300")
        .containsOnlyOnce("FORKED size 300")
        .contains(ledger.sign().encoded())
        .startsWith("== 2026-12-01T00:00:00Z\nledger: https://zc.example.cn/ledger\n");
  }
}
