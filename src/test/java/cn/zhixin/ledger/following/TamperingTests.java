package cn.zhixin.ledger.following;

import static cn.zhixin.ledger.following.Following.alarm;
import static cn.zhixin.ledger.following.Following.alarms;
import static cn.zhixin.ledger.following.Following.seen;
import static cn.zhixin.ledger.following.Following.upToDate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.tile.EntryBundle;
import cn.zhixin.ledger.tile.Tile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries and tiles that are not what the ledger published, or that it should never have. */
class TamperingTests {
  @TempDir private Path folder;

  private GrowingLedger ledger() {
    return new GrowingLedger(folder.resolve("ledger"));
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

  private static void swap(GrowingLedger ledger, int index, long size) throws Exception {
    Tile bundle = Tile.inLevel(Tile.ENTRIES, index / Tile.FULL, size);
    List<Bytes> entries =
        new ArrayList<>(
            EntryBundle.decode(bundle, Bytes.wrap(Files.readAllBytes(ledger.file(bundle)))));
    entries.set(index % Tile.FULL, GrowingLedger.leaf(index, "another").encoded());
    Files.write(ledger.file(bundle), EntryBundle.encode(entries).toArray());
  }
}
