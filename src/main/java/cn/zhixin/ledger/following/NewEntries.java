package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileSource;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The entries from the tree that was seen to the one that is signed, bundle by bundle: hashed,
 * reviewed and compared with the tiles. Holds one bundle, and one tile of each level. Confined to
 * one thread.
 */
final class NewEntries {
  private final ServedTiles served;
  private final FollowedState seen;
  private final long size;
  private final EntryReview review;
  private final TileComparison tiles;
  private final Frontier tree;
  private boolean continues = true;

  /**
   * @param size entries of the tree that is signed, not less than what was seen
   * @param latest that the time of an entry can be
   */
  NewEntries(TileSource source, FollowedState seen, long size, Instant latest) {
    this.served = new ServedTiles(source);
    this.seen = seen;
    this.size = size;
    this.review = new EntryReview(seen.lastEntry(), latest);
    this.tiles = new TileComparison(served, seen, size);
    this.tree = size == seen.size() ? new Frontier(size, seen.subtrees()) : seen.beforeBundle();
  }

  /**
   * Reads them all; of the last bundle that was seen in part, also what was seen.
   *
   * @return the bundle at which it ended, if it did not come to the end
   */
  Optional<BrokenLedger> read(Progress progress) throws IOException {
    try {
      while (tree.size() < size) {
        Tile bundle = Tile.inLevel(Tile.ENTRIES, tree.size() / Tile.FULL, size);
        for (Bytes entry : served.entries(bundle)) {
          read(entry);
        }
        progress.read(tree.size(), size);
      }
      return Optional.empty();
    } catch (BrokenLedger e) {
      return Optional.of(e);
    }
  }

  private void read(Bytes entry) throws IOException {
    if (tree.size() == seen.size()) {
      continues = tree.subtrees().equals(seen.subtrees());
    }
    if (tree.size() >= seen.size()) {
      review.read(tree.size(), entry);
    }
    Digest hash = TreeHash.leaf(entry);
    tiles.append(hash);
    tree.append(hash);
  }

  /** Whether what was seen, and after it these entries, have that root. */
  boolean leadTo(Digest root) {
    return continues && tree.root().equals(root);
  }

  Optional<BrokenLedger> entryFault() {
    return review.fault();
  }

  Optional<BrokenLedger> tileFault() {
    return tiles.fault();
  }

  EntryCounts counts() {
    return review.counts();
  }

  /** With these entries seen. */
  FollowedState state(SignedNote checkpoint) {
    return new FollowedState(size, tree.subtrees(), review.last(), Optional.of(checkpoint));
  }
}
