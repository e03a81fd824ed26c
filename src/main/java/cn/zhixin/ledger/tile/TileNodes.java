package cn.zhixin.ledger.tile;

import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.NodeReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The nodes of a tree of one size, read from its tiles; the tiles used last are kept. Confined to
 * one thread.
 */
public final class TileNodes implements NodeReader {
  private static final int KEPT = 64;

  private final Tiles tiles;
  private final long size;
  private final Map<Tile, HashTile> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, HashTile> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param size of the tree; tiles beyond it are not asked for
   */
  public TileNodes(TileSource source, long size) {
    this.tiles = new Tiles(source);
    this.size = size;
  }

  /**
   * @throws IOException also when a tile is missing or malformed
   */
  @Override
  public Digest node(int level, long index) throws IOException {
    int tileLevel = level / Tile.HEIGHT;
    int height = level % Tile.HEIGHT;
    long first = index << height;
    long hashes = size >>> tileLevel * Tile.HEIGHT;
    Tile tile = Tile.inLevel(tileLevel, first / Tile.FULL, hashes);
    return tile(tile).node(height, (int) (first % Tile.FULL) >>> height);
  }

  private HashTile tile(Tile tile) throws IOException {
    HashTile known = kept.get(tile);
    if (known == null) {
      try {
        known = tiles.read(tile);
      } catch (MalformedTile e) {
        throw new IOException(e.getMessage(), e);
      }
      kept.put(tile, known);
    }
    return known;
  }
}
