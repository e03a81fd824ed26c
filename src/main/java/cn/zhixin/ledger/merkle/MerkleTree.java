package cn.zhixin.ledger.merkle;

import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree whose subtrees can be read (RFC 6962 §2.1).
 *
 * @param size leaves, 0 or more; the nodes may be those of a larger tree that continues this one
 */
public record MerkleTree(NodeReader nodes, long size) {
  public MerkleTree {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no " + size + " leaves");
    }
  }

  public Digest root() throws IOException {
    return size == 0 ? TreeHash.EMPTY : range(0, size);
  }

  /**
   * The path from a leaf to this tree's root (RFC 6962 §2.1.1).
   *
   * @param index zero-based, {@code 0 <= index < size}
   */
  public InclusionProof inclusionProof(long index) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("a tree of " + size + " has no leaf " + index);
    }
    List<Digest> path = new ArrayList<>();
    addPath(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /**
   * What shows that this tree continues an earlier one (RFC 6962 §2.1.2).
   *
   * @param first leaves of the earlier tree, {@code 0 <= first <= size}
   */
  public ConsistencyProof consistencyProof(long first) throws IOException {
    if (first < 0 || first > size) {
      throw new IllegalArgumentException("a tree of " + size + " continues none of " + first);
    }
    List<Digest> path = new ArrayList<>();
    if (first > 0 && first < size) {
      addSubproof(first, 0, size, true, path);
    }
    return new ConsistencyProof(first, size, path);
  }

  private void addPath(long index, long from, long to, List<Digest> path) throws IOException {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      addPath(index, from, middle, path);
      path.add(range(middle, to));
    } else {
      addPath(index, middle, to, path);
      path.add(range(from, middle));
    }
  }

  /** SUBPROOF of RFC 6962 §2.1.2; {@code whole} is its third argument. */
  private void addSubproof(long first, long from, long to, boolean whole, List<Digest> path)
      throws IOException {
    if (first == to) {
      if (!whole) {
        path.add(range(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (first <= middle) {
      addSubproof(first, from, middle, whole, path);
      path.add(range(middle, to));
    } else {
      addSubproof(first, middle, to, false, path);
      path.add(range(from, middle));
    }
  }

  /** Hash over the leaves of a range that begins where a subtree of at least its length does. */
  private Digest range(long from, long to) throws IOException {
    long length = to - from;
    if (Long.bitCount(length) == 1) {
      int level = Long.numberOfTrailingZeros(length);
      return nodes.node(level, from >>> level);
    }
    long middle = from + split(length);
    return TreeHash.node(range(from, middle), range(middle, to));
  }

  /** The largest power of two below {@code length}, which is 2 or more. */
  private static long split(long length) {
    return Long.highestOneBit(length - 1);
  }
}
