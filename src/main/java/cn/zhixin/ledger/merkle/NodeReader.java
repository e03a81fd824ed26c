package cn.zhixin.ledger.merkle;

import cn.zhixin.encoding.Digest;
import java.io.IOException;

/** Gives the hashes of complete subtrees, of which roots and proofs are made. */
@FunctionalInterface
public interface NodeReader {
  /**
   * The hash over the leaves from {@code index << level}, {@code 1 << level} of them, all within
   * the tree.
   *
   * @param level 0 for the hash of a leaf
   */
  Digest node(int level, long index) throws IOException;
}
