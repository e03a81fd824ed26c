package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.MalformedProof;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.tile.TileNodes;
import cn.zhixin.ledger.tile.TileSource;
import java.io.IOException;
import java.util.Optional;

/**
 * Why what was seen and the entries that are served do not lead to the signed root, as far as the
 * tiles can tell. They are believed only where a proof made of them leads to that root.
 */
final class RootDifference {
  private final FollowedState seen;
  private final Checkpoint head;
  private final MerkleTree signed;
  private final MerkleTree before;

  RootDifference(TileSource source, FollowedState seen, Checkpoint head) {
    this.seen = seen;
    this.head = head;
    TileNodes nodes = new TileNodes(source, head.size());
    this.signed = new MerkleTree(nodes, head.size());
    this.before = new MerkleTree(nodes, seen.size());
  }

  /**
   * @param difference the first between entries and tiles, or within the entries
   */
  BrokenLedger explain(Optional<BrokenLedger> difference) {
    String where = difference.map(BrokenLedger::where).orElse("size " + head.size());
    String entries = difference.map(BrokenLedger::entries).orElse(where);
    try {
      if (!signed.root().equals(head.root())) {
        return new BrokenLedger(LedgerFault.UNFOUNDED, where);
      }
      if (seen.size() == 0) {
        return new BrokenLedger(LedgerFault.TAMPERED_ENTRY, entries);
      }
      Digest earlier = before.root();
      if (!signed.consistencyProof(seen.size()).connects(earlier, head.root())) {
        return new BrokenLedger(LedgerFault.UNFOUNDED, where);
      }
      // proved: the signed tree had this root when it was as large as what was seen
      return earlier.equals(seen.root())
          ? new BrokenLedger(LedgerFault.TAMPERED_ENTRY, entries)
          : new BrokenLedger(LedgerFault.FORKED, "size " + seen.size() + " → " + head.size());
    } catch (IOException | MalformedProof e) {
      return new BrokenLedger(LedgerFault.UNFOUNDED, where + "; " + e.getMessage());
    }
  }
}
