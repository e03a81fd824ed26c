package cn.zhixin.ledger.tile;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.TreeHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a tile with the nodes between them and its top, each made when it is first asked
 * for. Safe for several threads, which at worst hash something twice.
 */
final class HashTile {
  private final List<Digest> hashes;

  /** By height above the tile's own hashes, less one. */
  private final @Nullable Digest[][] nodes;

  HashTile(List<Digest> hashes) {
    this.hashes = List.copyOf(hashes);
    this.nodes = new Digest[Tile.HEIGHT][];
    for (int height = 1; height <= Tile.HEIGHT; height++) {
      nodes[height - 1] = new Digest[hashes.size() >>> height];
    }
  }

  /**
   * @throws MalformedTile unless there are exactly as many hashes as the tile is wide
   */
  static HashTile parse(Tile tile, Bytes bytes) throws MalformedTile {
    if (bytes.size() != tile.width() * Digest.SIZE) {
      throw new MalformedTile(
          tile, tile.width() * Digest.SIZE + " bytes", Integer.toString(bytes.size()));
    }
    List<Digest> hashes = new ArrayList<>(tile.width());
    for (int at = 0; at < bytes.size(); at += Digest.SIZE) {
      hashes.add(new Digest(bytes.slice(at, at + Digest.SIZE)));
    }
    return new HashTile(hashes);
  }

  static Bytes encode(List<Digest> hashes) {
    byte[] bytes = new byte[hashes.size() * Digest.SIZE];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).value().unsafeArray(), 0, bytes, i * Digest.SIZE, Digest.SIZE);
    }
    return Bytes.wrap(bytes);
  }

  List<Digest> hashes() {
    return hashes;
  }

  /**
   * @param height above the tile's hashes, 0 to 8
   * @param index of the node at that height, within the tile and complete
   */
  Digest node(int height, int index) {
    if (height == 0) {
      return hashes.get(index);
    }
    Digest known = nodes[height - 1][index];
    if (known == null) {
      known = TreeHash.node(node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
      nodes[height - 1][index] = known;
    }
    return known;
  }
}
