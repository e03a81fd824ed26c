package cn.zhixin.ledger.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TilesAheadTests {
  private static final long SIZE = 20 * Tile.FULL + 7;

  private final Set<Tile> asked = ConcurrentHashMap.newKeySet();
  private final TileSource source =
      tile -> {
        if (!asked.add(tile)) {
          throw new AssertionError("twice: " + tile);
        }
        return Optional.of(Bytes.ofUtf8(tile.path()));
      };

  private static Tile bundle(long index) {
    return Tile.inLevel(Tile.ENTRIES, index, SIZE);
  }

  @Test
  void givesEachTileInTheOrderOfItsReaderAndAsksOnceForEach() throws Exception {
    List<Bytes> read = new ArrayList<>();
    List<Bytes> wanted = new ArrayList<>();
    try (TilesAhead ahead = new TilesAhead(source, 4, 0, SIZE)) {
      for (long index = 0; index <= 20; index++) {
        for (Tile tile : List.of(bundle(index), Tile.inLevel(0, index, SIZE))) {
          wanted.add(Bytes.ofUtf8(tile.path()));
          read.add(ahead.find(tile).orElseThrow());
        }
      }
    }
    assertThat(read).isEqualTo(wanted);
    assertThat(asked).hasSize(42).allMatch(tile -> tile.isIn(SIZE));
  }

  @Test
  void asksForNoMoreThanItMayHold() throws Exception {
    CountDownLatch eight = new CountDownLatch(8);
    TileSource counting =
        tile -> {
          Optional<Bytes> found = source.find(tile);
          eight.countDown();
          return found;
        };
    try (TilesAhead ahead = new TilesAhead(counting, 4, 5 * Tile.FULL + 3, SIZE)) {
      ahead.find(bundle(5));
      assertThat(eight.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(asked).hasSize(8).allMatch(tile -> tile.index() >= 5 && tile.index() < 9);
    }
  }

  @Test
  void asksForOneAfterTheOtherWhereNothingIsGainedByMore() throws Exception {
    try (TilesAhead ahead = new TilesAhead(source, 0, 0, SIZE)) {
      ahead.find(bundle(0));
      ahead.find(bundle(1));
      assertThat(asked).containsExactlyInAnyOrder(bundle(0), bundle(1));
    }
  }

  @Test
  void tellsAFailureToWhoeverReadsThatTileAndNotBefore() throws Exception {
    TileSource broken =
        tile -> {
          if (tile.index() == 2) {
            throw new IOException("no answer for " + tile.path());
          }
          return source.find(tile);
        };
    try (TilesAhead ahead = new TilesAhead(broken, 8, 0, SIZE)) {
      assertThat(ahead.find(bundle(0))).isPresent();
      assertThat(ahead.find(bundle(1))).isPresent();
      assertThatThrownBy(() -> ahead.find(bundle(2)))
          .isInstanceOf(IOException.class)
          .hasMessage("no answer for " + bundle(2).path());
    }
  }

  @Test
  void isNotStoppedByTilesThatNobodyReads() throws Exception {
    try (TilesAhead ahead = new TilesAhead(source, 2, 0, SIZE)) {
      for (long index = 0; index <= 20; index++) {
        assertThat(ahead.find(bundle(index))).isPresent();
      }
    }
  }
}
