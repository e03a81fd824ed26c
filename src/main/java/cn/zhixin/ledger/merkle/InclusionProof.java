package cn.zhixin.ledger.merkle;

import cn.zhixin.encoding.Digest;
import java.util.List;

/**
 * That a leaf is in a tree (RFC 6962 §2.1.1).
 *
 * @param index zero-based, of the leaf
 * @param size leaves of the tree
 * @param path sibling hashes, from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Digest> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * Recomputes the root that this proof leads to (RFC 9162 §2.1.3.2). The leaf is in the tree if it
   * is the root that the log signed.
   *
   * @param leafHash by {@link TreeHash#leaf}
   * @throws MalformedProof if the index is outside the tree, or the path's length is not that of a
   *     leaf there
   */
  public Digest root(Digest leafHash) throws MalformedProof {
    if (index < 0 || index >= size) {
      throw new MalformedProof("an index below the size " + size, Long.toString(index));
    }
    requireLength();
    long position = index;
    long last = size - 1;
    Digest root = leafHash;
    for (Digest sibling : path) {
      // on the right edge a node may have no sibling for some levels: it goes up as it is
      if (position == last) {
        int lonely = Long.numberOfTrailingZeros(position);
        position >>>= lonely;
        last >>>= lonely;
      }
      root = (position & 1) == 1 ? TreeHash.node(sibling, root) : TreeHash.node(root, sibling);
      position >>>= 1;
      last >>>= 1;
    }
    return root;
  }

  private void requireLength() throws MalformedProof {
    // below the level where the paths of the leaf and of the last leaf meet, every level has a
    // sibling; above it, those levels have one where the leaf's own path turns right
    int meeting = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    int length = meeting + Long.bitCount(index >>> meeting);
    if (path.size() != length) {
      throw new MalformedProof(
          length + " hashes for leaf " + index + " of " + size, Integer.toString(path.size()));
    }
  }
}
