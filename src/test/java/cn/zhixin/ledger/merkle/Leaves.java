package cn.zhixin.ledger.merkle;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.util.ArrayList;
import java.util.List;

/** Trees of made-up leaves, hashed as RFC 6962 §2.1 defines it, without any of our shortcuts. */
public final class Leaves {
  private Leaves() {}

  /** The hash of the leaf at an index. */
  public static Digest hash(long index) {
    return TreeHash.leaf(entry(index));
  }

  public static Bytes entry(long index) {
    return Bytes.ofUtf8("leaf " + index);
  }

  /** MTH(D[0:size]) by the recursive definition. */
  public static Digest root(List<Digest> leaves) {
    int size = leaves.size();
    if (size == 0) {
      return TreeHash.EMPTY;
    }
    if (size == 1) {
      return leaves.get(0);
    }
    int split = Integer.highestOneBit(size - 1);
    return TreeHash.node(root(leaves.subList(0, split)), root(leaves.subList(split, size)));
  }

  public static List<Digest> hashes(int size) {
    List<Digest> hashes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      hashes.add(hash(i));
    }
    return hashes;
  }
}
