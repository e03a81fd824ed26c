package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.tile.Tile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hashes of every tile again, leaf by leaf, and compares each with the one that is
 * served, on all levels; holds one tile a level. After the first difference nothing is compared any
 * more. Confined to one thread.
 */
final class TileComparison {
  private final ServedTiles served;
  private final FollowedState seen;
  private final long size;
  private final Level leaves;
  private @Nullable BrokenLedger fault;

  /**
   * @param seen the tree that was compared before; leaves follow from the start of its last,
   *     unfinished tile
   * @param size of the tree that is served
   */
  TileComparison(ServedTiles served, FollowedState seen, long size) {
    this.served = served;
    this.seen = seen;
    this.size = size;
    this.leaves = new Level(0, seen.size() - seen.size() % Tile.FULL);
  }

  void append(Digest leafHash) throws IOException {
    if (fault == null) {
      try {
        leaves.append(leafHash);
      } catch (BrokenLedger e) {
        fault = e;
      }
    }
  }

  Optional<BrokenLedger> fault() {
    return Optional.ofNullable(fault);
  }

  /** One level's tile at the right edge. */
  private final class Level {
    private final int number;
    private long count;
    private List<Digest> hashes = List.of();
    private Frontier tile = new Frontier();
    private @Nullable Level above;

    Level(int number, long count) {
      this.number = number;
      this.count = count;
    }

    void append(Digest hash) throws IOException, BrokenLedger {
      if (hashes.isEmpty()) {
        open();
      }
      int position = (int) (count % Tile.FULL);
      if (!hashes.get(position).equals(hash)) {
        String entry = number == 0 ? " (entry " + count + ")" : "";
        throw new BrokenLedger(
            LedgerFault.TAMPERED_TILE, name().path() + ", hash " + position + entry, entries());
      }
      tile.append(hash);
      count++;
      if (count % Tile.FULL == 0) {
        above().append(tile.root());
        hashes = List.of();
      }
    }

    private void open() throws IOException, BrokenLedger {
      hashes = served.hashes(name());
      tile = new Frontier();
      int known = (int) (count % Tile.FULL);
      if (known > 0) {
        // compared when it was new: the same subtrees, so the same hashes
        hashes.subList(0, known).forEach(tile::append);
        if (!tile.subtrees().equals(seen.subtreesInTile(number))) {
          throw new BrokenLedger(
              LedgerFault.TAMPERED_TILE, name().path() + ", hashes 0-" + (known - 1));
        }
      }
    }

    /** What the hash was made of: an entry, or a whole bundle; higher up it is too many to name. */
    private String entries() {
      return switch (number) {
        case 0 ->
            Tile.inLevel(Tile.ENTRIES, count / Tile.FULL, size).path() + " (entry " + count + ")";
        case 1 -> Tile.inLevel(Tile.ENTRIES, count, size).path();
        default -> name().path();
      };
    }

    private Tile name() {
      return Tile.inLevel(number, count / Tile.FULL, size >>> number * Tile.HEIGHT);
    }

    private Level above() {
      if (above == null) {
        above = new Level(number + 1, seen.size() >>> (number + 1) * Tile.HEIGHT);
      }
      return above;
    }
  }
}
