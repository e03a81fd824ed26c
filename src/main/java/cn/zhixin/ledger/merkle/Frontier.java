package cn.zhixin.ledger.merkle;

import cn.zhixin.encoding.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed of a tree to continue it: the roots of its complete subtrees, largest first,
 * one for each bit of its size. Confined to one thread.
 */
public final class Frontier {
  private final List<Digest> subtrees;
  private long size;

  /** Of the empty tree. */
  public Frontier() {
    this(0, List.of());
  }

  /**
   * @param subtrees one for each bit that is set in {@code size}, for the highest first
   */
  public Frontier(long size, List<Digest> subtrees) {
    if (size < 0 || subtrees.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a tree of " + size + " has no " + subtrees.size() + " complete subtrees");
    }
    this.size = size;
    this.subtrees = new ArrayList<>(subtrees);
  }

  public long size() {
    return size;
  }

  /** Largest first. */
  public List<Digest> subtrees() {
    return List.copyOf(subtrees);
  }

  /** Adds a leaf. */
  public void append(Digest leafHash) {
    Digest hash = leafHash;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      hash = TreeHash.node(subtrees.remove(subtrees.size() - 1), hash);
    }
    subtrees.add(hash);
    size++;
  }

  public Digest root() {
    if (size == 0) {
      return TreeHash.EMPTY;
    }
    Digest root = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = TreeHash.node(subtrees.get(i), root);
    }
    return root;
  }
}
