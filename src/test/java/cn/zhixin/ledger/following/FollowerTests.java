package cn.zhixin.ledger.following;

import static cn.zhixin.ledger.following.Following.follow;
import static cn.zhixin.ledger.following.Following.seen;
import static cn.zhixin.ledger.following.Following.upToDate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.following.FollowingOutcome.UpToDate;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTests {
  @TempDir private Path folder;

  private GrowingLedger ledger() {
    return new GrowingLedger(folder.resolve("ledger"));
  }

  @Test
  void aLedgerIsFollowedThroughManySteps() throws Exception {
    GrowingLedger ledger = ledger();
    FollowedState state = FollowedState.start();
    Random steps = new Random(8);
    long entries = 0;
    for (int run = 0; run < 60; run++) {
      ledger.growTo(ledger.size() + (run % 7 == 3 ? 0 : steps.nextInt(run % 5 == 0 ? 900 : 70)));
      UpToDate outcome = upToDate(ledger, state);
      assertThat(outcome.entries().total()).isEqualTo(ledger.size() - state.size());
      state = outcome.state();
      assertThat(state.root()).isEqualTo(ledger.head().root());
      entries += outcome.entries().total();
    }
    assertThat(entries).isEqualTo(ledger.size()).isGreaterThan(5_000);
    assertThat(state).isEqualTo(seen(ledger));
  }

  @Test
  void anEmptyLedgerAndOneThatDidNotGrowAreRight() throws Exception {
    GrowingLedger ledger = ledger().growTo(0);
    FollowedState empty = seen(ledger);
    assertThat(empty.size()).isZero();
    FollowedState three = upToDate(ledger.growTo(3), empty).state();
    assertThat(upToDate(ledger, three).entries().total()).isZero();
    assertThat(upToDate(ledger, three).state()).isEqualTo(three);
  }

  @Test
  void newEntriesAreCountedByKindAndIssuer() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    EntryCounts counts = upToDate(ledger, FollowedState.start()).entries();
    assertThat(counts.byKind()).isEqualTo(Map.of(LeafKind.ISSUED, 270L, LeafKind.REVOKED, 30L));
    assertThat(counts.byIssuer().get(2))
        .isEqualTo(Map.of(LeafKind.ISSUED, 90L, LeafKind.REVOKED, 10L));
  }

  @Test
  void fullTilesServeForPartialOnesThatAreGone() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    FollowedState state = seen(ledger);
    SignedNote early = ledger.sign();
    ledger.growTo(512);
    FolderTiles tiles = new FolderTiles(ledger.folder());
    tiles.dropPartials(new Tile(0, 1, Tile.FULL));
    tiles.dropPartials(new Tile(Tile.ENTRIES, 1, Tile.FULL));
    assertThat(upToDate(ledger, state).state().size()).isEqualTo(512);
    ledger.publish(early);
    assertThat(seen(ledger)).isEqualTo(state);
  }

  @Test
  void asManyWitnessesMustHaveSignedAsAreWanted() throws Exception {
    GrowingLedger ledger = ledger().growTo(3);
    CheckpointSigner first = GrowingLedger.witness("w.example/1");
    CheckpointSigner second = GrowingLedger.witness("w.example/2");
    CheckpointPolicy both =
        new CheckpointPolicy(ledger.key(), List.of(first.key(), second.key()), 2);
    Follower follower =
        new Follower(ledger.source(), both, (done, size) -> {}, GrowingLedger.CLOCK);
    ledger.publish(ledger.sign(first));
    assertThat(follower.follow(FollowedState.start()))
        .isInstanceOfSatisfying(
            Alarm.class, alarm -> assertThat(alarm.code()).isEqualTo("TOO_FEW_WITNESSES"));
    ledger.publish(ledger.sign(first, second));
    assertThat(follower.follow(FollowedState.start()))
        .isInstanceOfSatisfying(
            UpToDate.class,
            outcome ->
                assertThat(outcome.cosigners()).containsExactly("w.example/1", "w.example/2"));
    NoteSignature wrong =
        second.sign(new Checkpoint(GrowingLedger.ORIGIN, 4, ledger.head().root()));
    ledger.publish(ledger.sign(first).with(List.of(wrong)));
    assertThat(follower.follow(FollowedState.start()))
        .isInstanceOfSatisfying(
            Alarm.class, alarm -> assertThat(alarm.code()).isEqualTo("WRONG_COSIGNATURE"));
  }

  @Test
  void whatCannotBeReadCannotBeTold() throws Exception {
    GrowingLedger ledger = ledger();
    assertThat(follow(ledger, FollowedState.start()))
        .isEqualTo(new CannotTell(CannotTell.Gap.NO_CHECKPOINT, ""));
    ledger.growTo(300);
    Path bundle = ledger.file(new Tile(Tile.ENTRIES, 1, 44));
    Files.delete(bundle);
    Files.createDirectory(bundle);
    assertThat(follow(ledger, FollowedState.start()))
        .isInstanceOfSatisfying(
            CannotTell.class,
            cannot -> assertThat(cannot.gap()).isEqualTo(CannotTell.Gap.UNREACHABLE));
  }

  @Test
  void readsOnlyWhatIsNew() throws Exception {
    GrowingLedger ledger = ledger().growTo(2_000);
    FollowedState state = seen(ledger);
    ledger.growTo(2_010);
    List<String> read = new ArrayList<>();
    LedgerSource counting =
        new LedgerSource() {
          @Override
          public Optional<Bytes> checkpoint() throws IOException {
            return ledger.source().checkpoint();
          }

          @Override
          public Optional<Bytes> find(Tile tile) throws IOException {
            read.add(tile.path());
            return ledger.source().find(tile);
          }
        };
    new Follower(counting, ledger.policy(), (done, size) -> {}, GrowingLedger.CLOCK).follow(state);
    assertThat(read).containsExactly("tile/entries/007.p/218", "tile/0/007.p/218");
  }
}
