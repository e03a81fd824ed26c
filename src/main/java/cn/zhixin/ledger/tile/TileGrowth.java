package cn.zhixin.ledger.tile;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.TreeHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the tiles that entries add to a tree: the same entries always make the same bytes. */
public final class TileGrowth {
  private final Tiles before;

  /**
   * @param existing has the tiles of the tree that is continued
   */
  public TileGrowth(TileSource existing) {
    this.before = new Tiles(existing);
  }

  /**
   * The tiles and bundles that {@link Tile#added} names.
   *
   * @param size of the tree before
   * @param entries that follow, at least one
   */
  public Map<Tile, Bytes> added(long size, List<Bytes> entries) throws IOException, MalformedTile {
    Map<Tile, Bytes> added = new LinkedHashMap<>();
    addBundles(size, entries, added);
    List<Digest> hashes = entries.stream().map(TreeHash::leaf).toList();
    long count = size;
    for (int level = 0; !hashes.isEmpty(); level++) {
      hashes = addTiles(level, count, hashes, added);
      count >>>= Tile.HEIGHT;
    }
    return added;
  }

  private void addBundles(long size, List<Bytes> entries, Map<Tile, Bytes> added)
      throws IOException, MalformedTile {
    List<Bytes> all = new ArrayList<>();
    if (size % Tile.FULL != 0) {
      all.addAll(before.entries(Tile.inLevel(Tile.ENTRIES, size / Tile.FULL, size)));
    }
    all.addAll(entries);
    long index = size / Tile.FULL;
    for (int from = 0; from < all.size(); from += Tile.FULL) {
      List<Bytes> content = all.subList(from, Math.min(all.size(), from + Tile.FULL));
      added.put(new Tile(Tile.ENTRIES, index++, content.size()), EntryBundle.encode(content));
    }
  }

  /** Gives the hashes that the level above gets. */
  private List<Digest> addTiles(int level, long count, List<Digest> hashes, Map<Tile, Bytes> added)
      throws IOException, MalformedTile {
    List<Digest> all = new ArrayList<>();
    if (count % Tile.FULL != 0) {
      all.addAll(before.hashes(Tile.inLevel(level, count / Tile.FULL, count)));
    }
    all.addAll(hashes);
    List<Digest> above = new ArrayList<>();
    long index = count / Tile.FULL;
    for (int from = 0; from < all.size(); from += Tile.FULL) {
      List<Digest> content = all.subList(from, Math.min(all.size(), from + Tile.FULL));
      added.put(new Tile(level, index++, content.size()), HashTile.encode(content));
      if (content.size() == Tile.FULL) {
        above.add(new HashTile(content).node(Tile.HEIGHT, 0));
      }
    }
    return above;
  }
}
