package cn.zhixin.bench;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.ledger.tile.TileNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** A log of many leaves in files that need not be durable, without its entries. */
final class LargeLedger {
  /** So many leaves at a time fill whole tiles of two levels. */
  private static final int STEP = Tile.FULL * Tile.FULL;

  private final FolderTiles tiles;
  private final long size;
  private final Digest root;
  private final Random random = new Random(20_261_125);

  private LargeLedger(FolderTiles tiles, long size) throws Exception {
    this.tiles = tiles;
    this.size = size;
    this.root = tree().root();
  }

  static LargeLedger of(long size, Path folder) throws Exception {
    FolderTiles tiles = new FolderTiles(folder);
    TileGrowth growth = new TileGrowth(tiles);
    for (long at = 0; at < size; at += STEP) {
      int step = (int) Math.min(STEP, size - at);
      write(folder, growth.added(at, MadeUpLeaves.entries(at, step)));
    }
    return new LargeLedger(tiles, size);
  }

  /** Of the bundles of entries only the one that is to grow: no other is read again. */
  static void write(Path folder, Map<Tile, Bytes> tiles) throws IOException {
    for (Map.Entry<Tile, Bytes> tile : tiles.entrySet()) {
      if (!tile.getKey().isEntries() || !tile.getKey().isFull()) {
        Path file = folder.resolve(tile.getKey().path());
        Files.createDirectories(file.getParent());
        Files.write(file, tile.getValue().unsafeArray());
      }
    }
  }

  /** With its own cache of tiles, still empty. */
  MerkleTree tree() {
    return new MerkleTree(new TileNodes(tiles, size), size);
  }

  /** Microseconds for a proof of a random leaf, with what the tree has cached. */
  double microseconds(MerkleTree tree, double seconds) throws Exception {
    return microseconds(() -> tree, seconds);
  }

  /** The same with nothing cached but by the operating system. */
  double coldMicroseconds(double seconds) throws Exception {
    return microseconds(this::tree, seconds);
  }

  private double microseconds(Supplier<MerkleTree> trees, double seconds) throws Exception {
    long start = System.nanoTime();
    long proofs = 0;
    long index;
    do {
      index = random.nextLong(size);
      requireLength(trees.get().inclusionProof(index).path().size());
      proofs++;
    } while (System.nanoTime() - start < seconds * 1e9);
    double each = (System.nanoTime() - start) / 1e3 / proofs;
    Digest leaf = TreeHash.leaf(MadeUpLeaves.entry(index));
    if (!trees.get().inclusionProof(index).root(leaf).equals(root)) {
      throw new IllegalStateException("a proof does not lead to the root");
    }
    return each;
  }

  private void requireLength(int hashes) {
    if (hashes > Long.SIZE - Long.numberOfLeadingZeros(size - 1)) {
      throw new IllegalStateException("a proof of " + hashes + " hashes");
    }
  }
}
