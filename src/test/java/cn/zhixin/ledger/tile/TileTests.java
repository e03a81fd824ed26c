package cn.zhixin.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTests {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 999, 256, tile/0/999",
    "1, 1000, 256, tile/1/x001/000",
    "0, 1234067, 256, tile/0/x001/x234/067",
    "3, 5, 1, tile/3/005.p/1",
    "0, 273, 112, tile/0/273.p/112",
    "-1, 1234067, 17, tile/entries/x001/x234/067.p/17"
  })
  void isNamedAsInTheSpecification(int level, long index, int width, String path) {
    Tile tile = new Tile(level, index, width);
    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.parse(path)).contains(tile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/0",
        "tile/0/0",
        "tile/0/0000",
        "tile/00/000",
        "tile/8/000",
        "tile/-1/000",
        "tile/entry/000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/257",
        "tile/0/000.p/999",
        "tile/0/000.p/",
        "tile/0/../0/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        "tile/0/000\n",
        "tile/0/٠٠٠"
      })
  void noOtherPathIsATile(String path) {
    assertThat(Tile.parse(path)).isEmpty();
  }

  /** The example of the specification: a tree of 70,000. */
  @Test
  void aTreeHasTheTilesOfTheSpecificationsExample() {
    List<Tile> tiles = Tile.added(0, 70_000);
    assertThat(of(tiles, 0)).hasSize(274).endsWith(new Tile(0, 273, 112));
    assertThat(of(tiles, 0).filter(Tile::isFull)).hasSize(273);
    assertThat(of(tiles, 1)).containsExactly(new Tile(1, 0, 256), new Tile(1, 1, 17));
    assertThat(of(tiles, 2)).containsExactly(new Tile(2, 0, 1));
    assertThat(of(tiles, Tile.ENTRIES)).hasSize(274).endsWith(new Tile(Tile.ENTRIES, 273, 112));
    assertThat(tiles).hasSize(274 + 2 + 1 + 274);
  }

  @Test
  void aTreeHasEveryBeginningOfItsTilesAndNoMore() {
    for (Tile tile : Tile.added(0, 70_000)) {
      assertThat(tile.isIn(70_000)).as(tile.path()).isTrue();
    }
    assertThat(new Tile(0, 0, 17).isIn(70_000)).isTrue();
    assertThat(new Tile(0, 273, 111).isIn(70_000)).isTrue();
    assertThat(new Tile(0, 273, 113).isIn(70_000)).isFalse();
    assertThat(new Tile(Tile.ENTRIES, 273, 256).isIn(70_000)).isFalse();
    assertThat(new Tile(1, 1, 18).isIn(70_000)).isFalse();
    assertThat(new Tile(2, 0, 2).isIn(70_000)).isFalse();
    assertThat(new Tile(3, 0, 1).isIn(70_000)).isFalse();
    assertThat(new Tile(0, 999_999_999_999_999_999L, 256).isIn(Long.MAX_VALUE)).isFalse();
    assertThat(new Tile(0, 0, 1).isIn(0)).isFalse();
  }

  @Test
  void growthAddsOnlyWhatIsNew() {
    assertThat(Tile.added(255, 256))
        .containsExactlyInAnyOrder(
            new Tile(Tile.ENTRIES, 0, 256), new Tile(0, 0, 256), new Tile(1, 0, 1));
    assertThat(Tile.added(256, 257))
        .containsExactlyInAnyOrder(new Tile(Tile.ENTRIES, 1, 1), new Tile(0, 1, 1));
    assertThat(Tile.added(257, 257)).isEmpty();
  }

  private static Stream<Tile> of(List<Tile> tiles, int level) {
    return tiles.stream().filter(tile -> tile.level() == level);
  }
}
