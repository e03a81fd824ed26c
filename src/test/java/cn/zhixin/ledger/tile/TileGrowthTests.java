package cn.zhixin.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.merkle.Leaves;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.merkle.TreeHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileGrowthTests {
  private static final int SIZE = 70_000;

  @TempDir private Path folder;

  @Test
  void aTreeGrownInAnyStepsHasTheTilesAndTheRootOfOneMadeAtOnce() throws Exception {
    List<Bytes> entries = entries(0, SIZE);
    Map<Tile, Bytes> atOnce = new TileGrowth(new MemoryTiles()).added(0, entries);
    assertThat(atOnce.keySet()).containsExactlyInAnyOrderElementsOf(Tile.added(0, SIZE));

    MemoryTiles grown = new MemoryTiles();
    Frontier frontier = new Frontier();
    Random steps = new Random(70);
    int size = 0;
    while (size < SIZE) {
      int step = Math.min(SIZE - size, steps.nextInt(4) == 0 ? 1 : 1 + steps.nextInt(900));
      List<Bytes> more = entries.subList(size, size + step);
      Map<Tile, Bytes> added = new TileGrowth(grown).added(size, more);
      assertThat(added.keySet()).containsExactlyInAnyOrderElementsOf(Tile.added(size, size + step));
      grown.content.putAll(added);
      more.forEach(entry -> frontier.append(TreeHash.leaf(entry)));
      size += step;
      assertThat(new MerkleTree(new TileNodes(grown, size), size).root())
          .isEqualTo(frontier.root());
    }
    atOnce.forEach((tile, bytes) -> assertThat(grown.content.get(tile)).isEqualTo(bytes));
    provesEverywhere(grown, frontier.root());
  }

  private static void provesEverywhere(MemoryTiles tiles, Digest root) throws Exception {
    MerkleTree tree = new MerkleTree(new TileNodes(tiles, SIZE), SIZE);
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      int index = random.nextInt(SIZE);
      assertThat(tree.inclusionProof(index).root(Leaves.hash(index))).isEqualTo(root);
    }
  }

  @Test
  void aFullTileServesForThePartialOnesThatAreGone() throws Exception {
    MemoryTiles tiles = new MemoryTiles();
    tiles.content.putAll(new TileGrowth(tiles).added(0, entries(0, 300)));
    Digest root = new MerkleTree(new TileNodes(tiles, 100), 100).root();
    assertThat(root).isEqualTo(Leaves.root(Leaves.hashes(100)));
    assertThat(new Tiles(tiles).entries(new Tile(Tile.ENTRIES, 0, 100))).isEqualTo(entries(0, 100));
  }

  @Test
  void aPartialTileThatIsGoneIsTheBeginningOfTheFullOne() throws Exception {
    MemoryTiles tiles = new MemoryTiles();
    tiles.content.putAll(new TileGrowth(tiles).added(0, entries(0, 100)));
    Map<Tile, Bytes> partials = Map.copyOf(tiles.content);
    tiles.content.putAll(new TileGrowth(tiles).added(100, entries(100, 200)));
    partials.keySet().forEach(tiles.content::remove);
    for (Map.Entry<Tile, Bytes> partial : partials.entrySet()) {
      assertThat(new Tiles(tiles).find(partial.getKey())).contains(partial.getValue());
    }
    assertThat(new Tiles(tiles).find(new Tile(0, 1, 3))).isEmpty();
    assertThat(new Tiles(tiles).find(new Tile(0, 1, 256))).isEmpty();
  }

  @Test
  void aMissingOrCutTileIsMalformed() throws Exception {
    MemoryTiles tiles = new MemoryTiles();
    tiles.content.putAll(new TileGrowth(tiles).added(0, entries(0, 300)));
    Tile second = new Tile(0, 1, 44);
    Bytes bytes = Objects.requireNonNull(tiles.content.remove(second));
    assertThatThrownBy(() -> new Tiles(tiles).hashes(second))
        .isInstanceOf(MalformedTile.class)
        .hasMessage("tile/0/001.p/44: expected it or the full tile, found neither");
    tiles.content.put(second, bytes.slice(0, bytes.size() - 1));
    assertThatThrownBy(() -> new Tiles(tiles).hashes(second))
        .hasMessage("tile/0/001.p/44: expected 1408 bytes, found 1407");
    Tile bundle = new Tile(Tile.ENTRIES, 1, 44);
    Bytes entries = Objects.requireNonNull(tiles.content.get(bundle));
    tiles.content.put(bundle, entries.slice(0, entries.size() - 1));
    assertThatThrownBy(() -> new Tiles(tiles).entries(bundle)).isInstanceOf(MalformedTile.class);
    tiles.content.put(bundle, entries.slice(0, 1));
    assertThatThrownBy(() -> new Tiles(tiles).entries(bundle)).isInstanceOf(MalformedTile.class);
  }

  @Test
  void aFolderKeepsTilesUnderTheirNamesAndNeverOverwritesOne() throws Exception {
    FolderTiles tiles = new FolderTiles(folder);
    Map<Tile, Bytes> added = new TileGrowth(tiles).added(0, entries(0, 300));
    tiles.write(added);
    tiles.write(added);
    for (Map.Entry<Tile, Bytes> tile : added.entrySet()) {
      assertThat(Files.readAllBytes(folder.resolve(tile.getKey().path())))
          .isEqualTo(tile.getValue().toArray());
    }
    Tile first = new Tile(0, 0, 256);
    Map<Tile, Bytes> fork = Map.of(first, Bytes.wrap(new byte[8192]));
    assertThatThrownBy(() -> tiles.write(fork))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the ledger's tile/0/000 is there with another content");
    assertThat(tiles.find(first)).contains(added.get(first));
  }

  @Test
  void aFolderDropsPartialsOnceTheFullTileIsThere() throws Exception {
    FolderTiles tiles = new FolderTiles(folder);
    tiles.write(new TileGrowth(tiles).added(0, entries(0, 100)));
    tiles.write(new TileGrowth(tiles).added(100, entries(100, 200)));
    tiles.dropPartials(new Tile(0, 0, 256));
    assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
    assertThat(new Tiles(tiles).hashes(new Tile(0, 0, 100))).isEqualTo(Leaves.hashes(100));
  }

  @Test
  void whatSomebodyElseIsWritingAmongPartialsStays() throws Exception {
    FolderTiles tiles = new FolderTiles(folder);
    tiles.write(new TileGrowth(tiles).added(0, entries(0, 100)));
    tiles.write(new TileGrowth(tiles).added(100, entries(100, 200)));
    Path unfinished = Files.createFile(folder.resolve("tile/0/000.p/unfinished-1.part"));

    tiles.dropPartials(new Tile(0, 0, 256));

    assertThat(unfinished).exists();
    assertThat(folder.resolve("tile/0/000.p/100")).doesNotExist();
  }

  private static List<Bytes> entries(int from, int count) {
    List<Bytes> entries = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      entries.add(Leaves.entry(i));
    }
    return entries;
  }
}
