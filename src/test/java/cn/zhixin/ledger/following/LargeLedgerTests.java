package cn.zhixin.ledger.following;

import static cn.zhixin.ledger.following.Following.alarm;
import static cn.zhixin.ledger.following.Following.seen;
import static cn.zhixin.ledger.following.Following.upToDate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.Tile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ledger with tiles of three levels. */
class LargeLedgerTests {
  /** Around the first full tile of the second level, and the last of 70,000. */
  private static final List<Integer> LARGE =
      List.of(65_530, 65_535, 65_536, 65_537, 66_048, 66_049, 70_000);

  @TempDir private static Path shared;
  private static final Map<Integer, SignedNote> CHECKPOINTS = new TreeMap<>();

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
}
