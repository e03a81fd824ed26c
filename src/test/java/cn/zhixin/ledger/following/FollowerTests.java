package cn.zhixin.ledger.following;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.following.FollowingOutcome.UpToDate;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFault;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.EntryBundle;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowerTests {
  /** Around the first full tile of the second level, and the last of 70,000. */
  private static final List<Integer> LARGE =
      List.of(65_530, 65_535, 65_536, 65_537, 66_048, 66_049, 70_000);

  @TempDir private static Path shared;
  private static final Map<Integer, SignedNote> CHECKPOINTS = new TreeMap<>();

  @TempDir private Path folder;

  /** One ledger for all tests: each leaves it as it was. */
  private static GrowingLedger large = new GrowingLedger(Path.of(""));

  @BeforeAll
  static void growLarge() throws Exception {
    large = new GrowingLedger(shared);
    for (int size : LARGE) {
      CHECKPOINTS.put(size, large.growTo(size).sign());
    }
  }

  private static void showLargeAt(int size) throws Exception {
    large.publish(Objects.requireNonNull(CHECKPOINTS.get(size)));
  }

  private GrowingLedger ledger() {
    return new GrowingLedger(folder.resolve("ledger"));
  }

  private static FollowingOutcome follow(GrowingLedger ledger, FollowedState seen) {
    return new Follower(ledger.source(), ledger.policy(), (done, size) -> {}, GrowingLedger.CLOCK)
        .follow(seen);
  }

  private static FollowedState seen(GrowingLedger ledger) {
    return upToDate(ledger, FollowedState.start()).state();
  }

  private static UpToDate upToDate(GrowingLedger ledger, FollowedState seen) {
    FollowingOutcome outcome = follow(ledger, seen);
    assertThat(outcome).isInstanceOf(UpToDate.class);
    return (UpToDate) outcome;
  }

  private static Alarm alarm(GrowingLedger ledger, FollowedState seen) {
    FollowingOutcome outcome = follow(ledger, seen);
    assertThat(outcome).isInstanceOf(Alarm.class);
    return (Alarm) outcome;
  }

  private static void alarms(LedgerFault fault, GrowingLedger ledger, FollowedState seen) {
    assertThat(alarm(ledger, seen).code()).isEqualTo(fault.name());
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
  void aLedgerLargeEnoughForThreeLevelsIsFollowedAcrossTheirBorders() throws Exception {
    showLargeAt(65_530);
    FollowedState state = seen(large);
    for (int size : LARGE) {
      showLargeAt(size);
      state = upToDate(large, state).state();
      assertThat(state).isEqualTo(seen(large));
    }
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

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, 0",
    "0, 100, 256, 8191",
    "0, 273, 112, 3583",
    "1, 0, 256, 4000",
    "1, 1, 17, 543",
    "2, 0, 1, 31"
  })
  void aChangedTileOfAnyLevelRaisesTheAlarm(int level, long index, int width, int at)
      throws Exception {
    showLargeAt(70_000);
    Tile tile = new Tile(level, index, width);
    large.flip(tile, at);
    Alarm alarm = alarm(large, FollowedState.start());
    large.flip(tile, at);
    assertThat(alarm.code()).isEqualTo("TAMPERED_TILE");
    assertThat(alarm.where()).startsWith(tile.path() + ", hash " + at / 32);
  }

  @Test
  void aTileWhoseEarlierPartWasChangedSinceRaisesTheAlarm() throws Exception {
    showLargeAt(66_049);
    FollowedState state = seen(large);
    showLargeAt(70_000);
    large.flip(new Tile(1, 1, 17), 0);
    Alarm alarm = alarm(large, state);
    large.flip(new Tile(1, 1, 17), 0);
    assertThat(alarm.code()).isEqualTo("TAMPERED_TILE");
    assertThat(alarm.where()).isEqualTo("tile/1/001.p/17, hashes 0-1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 299, 300, 511, 599})
  void aSwappedEntryRaisesTheAlarmWhereverItIsRead(int index) throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    FollowedState state = index < 256 ? FollowedState.start() : seen(ledger);
    ledger.growTo(600);
    swap(ledger, index, 600);
    Alarm alarm = alarm(ledger, state);
    assertThat(alarm.code()).isEqualTo("TAMPERED_ENTRY");
    Tile bundle = Tile.inLevel(Tile.ENTRIES, index / Tile.FULL, 600);
    assertThat(alarm.where()).isEqualTo(bundle.path() + " (entry " + index + ")");
  }

  private static void swap(GrowingLedger ledger, int index, long size) throws Exception {
    Tile bundle = Tile.inLevel(Tile.ENTRIES, index / Tile.FULL, size);
    List<Bytes> entries =
        new ArrayList<>(
            EntryBundle.decode(bundle, Bytes.wrap(Files.readAllBytes(ledger.file(bundle)))));
    entries.set(index % Tile.FULL, GrowingLedger.leaf(index, "another").encoded());
    Files.write(ledger.file(bundle), EntryBundle.encode(entries).toArray());
  }

  @Test
  void aBundleThatIsCutRaisesTheAlarm() throws Exception {
    GrowingLedger ledger = ledger().growTo(600);
    Path bundle = ledger.file(new Tile(Tile.ENTRIES, 1, Tile.FULL));
    byte[] bytes = Files.readAllBytes(bundle);
    Files.write(bundle, Arrays.copyOf(bytes, bytes.length - 1));
    Alarm alarm = alarm(ledger, FollowedState.start());
    assertThat(alarm.code()).isEqualTo("TAMPERED_ENTRY");
    assertThat(alarm.where()).startsWith("tile/entries/001: ");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 256", "-1, 2, 88", "0, 1, 256", "0, 2, 88", "1, 0, 2"})
  void aMissingTileOrBundleRaisesTheAlarm(int level, long index, int width) throws Exception {
    GrowingLedger ledger = ledger().growTo(600);
    Tile tile = new Tile(level, index, width);
    Files.delete(ledger.file(tile));
    Alarm alarm = alarm(ledger, FollowedState.start());
    assertThat(alarm.code()).isEqualTo("MISSING");
    assertThat(alarm.where()).isEqualTo(tile.path());
  }

  @Test
  void aRolledBackCheckpointRaisesTheAlarm() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    SignedNote early = ledger.sign();
    FollowedState state = seen(ledger.growTo(600));
    ledger.publish(early);
    Alarm alarm = alarm(ledger, state);
    assertThat(alarm.code()).isEqualTo("ROLLED_BACK");
    assertThat(alarm.where()).isEqualTo("300 < 600");
  }

  /** Of two trees by one key that part at some entry, the other is shown. */
  @ParameterizedTest
  @CsvSource({
    "300, 300, 0",
    "300, 300, 299",
    "300, 301, 299",
    "300, 900, 256",
    "300, 900, 0",
    "256, 512, 255",
    "512, 900, 300"
  })
  void aForkRaisesTheAlarm(long seen, long shown, long parting) throws Exception {
    GrowingLedger here = ledger().growTo(seen);
    FollowedState state = seen(here);
    GrowingLedger fork = here.twin(folder.resolve("fork")).growTo(parting).growTo(parting + 1, "x");
    fork.growTo(shown);
    assertThat(seen(fork).size()).as("right, to whoever saw nothing else").isEqualTo(shown);
    alarms(LedgerFault.FORKED, fork, state);
  }

  @Test
  void aForkBehindTheTilesOfTheOtherTreeIsUnfounded() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    FollowedState state = seen(ledger);
    GrowingLedger fork = ledger.twin(folder.resolve("fork")).growTo(400, "x");
    ledger.growTo(400);
    ledger.publish(fork.sign());
    alarms(LedgerFault.UNFOUNDED, ledger, state);
    alarms(LedgerFault.UNFOUNDED, ledger, FollowedState.start());
  }

  /** A mirror must not be able to accuse the ledger of a fork. */
  @Test
  void changedEntriesTogetherWithChangedTilesAreNoFork() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    FollowedState state = seen(ledger);
    ledger.growTo(600);
    swap(ledger, 400, 600);
    for (int at = 0; at < 8192; at += 32) {
      ledger.flip(new Tile(0, 1, Tile.FULL), at);
    }
    alarms(LedgerFault.UNFOUNDED, ledger, state);
  }

  @Test
  void aTimeThatGoesBackRaisesTheAlarm() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    FollowedState state = seen(ledger);
    ledger.append(List.of(GrowingLedger.leaf(299, "same time").encoded()));
    FollowedState sameTime = upToDate(ledger, state).state();
    ledger.append(List.of(GrowingLedger.leaf(298, "earlier").encoded()));
    alarms(LedgerFault.TIME_WENT_BACK, ledger, sameTime);
    assertThat(alarm(ledger, FollowedState.start()).where()).startsWith("entry 301: ");
  }

  @Test
  void aTimeMoreThanAnHourAheadRaisesTheAlarm() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    ledger.append(List.of(GrowingLedger.leaf(100_000, "an hour ahead").encoded()));
    FollowedState state = seen(ledger);
    ledger.append(List.of(GrowingLedger.leaf(100_001, "more").encoded()));
    alarms(LedgerFault.TIME_AHEAD, ledger, state);
    assertThat(alarm(ledger, FollowedState.start()).where()).startsWith("entry 301: ");
  }

  @Test
  void aMalformedEntryThatTheLedgerSignedRaisesTheAlarm() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    FollowedState state = seen(ledger);
    ledger.append(List.of(Bytes.ofUtf8("no leaf")));
    alarms(LedgerFault.MALFORMED_ENTRY, ledger, state);
    Alarm alarm = alarm(ledger, FollowedState.start());
    assertThat(alarm.where()).startsWith("entry 300: expected ");
  }

  @Test
  void aCheckpointThatIsNotTrustedRaisesTheAlarmOfItsFault() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    GrowingLedger stranger = new GrowingLedger(folder.resolve("stranger")).growTo(300);
    SignedNote genuine = ledger.sign();
    Checkpoint larger = new Checkpoint(GrowingLedger.ORIGIN, 301, ledger.head().root());
    Map<CheckpointFault, String> notes =
        Map.of(
            CheckpointFault.MALFORMED_CHECKPOINT, "<html>please sign in</html>",
            CheckpointFault.OTHER_LEDGER, genuine.encoded().replaceFirst("zc", "gz"),
            CheckpointFault.NOT_SIGNED_BY_LEDGER, stranger.sign().encoded(),
            CheckpointFault.WRONG_LEDGER_SIGNATURE,
                new SignedNote(larger.text(), genuine.signatures()).encoded());
    for (Map.Entry<CheckpointFault, String> note : notes.entrySet()) {
      ledger.publish(note.getValue());
      Alarm alarm = alarm(ledger, FollowedState.start());
      assertThat(alarm.code()).isEqualTo(note.getKey().name());
      assertThat(alarm.served()).isEqualTo(Bytes.ofUtf8(note.getValue()));
    }
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
