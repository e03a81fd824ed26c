package cn.zhixin.document.font;

import java.util.PriorityQueue;

/** A canonical Huffman code of limited length (RFC 1951 §3.2.2). Immutable. */
final class HuffmanCode {
  /**
   * Symbols under one root.
   *
   * @param order breaks ties, so that the same counts give the same code
   */
  private record Tree(long count, int order, int symbol, Tree[] branches)
      implements Comparable<Tree> {
    @Override
    public int compareTo(Tree other) {
      int byCount = Long.compare(count, other.count);
      return byCount == 0 ? Integer.compare(order, other.order) : byCount;
    }

    /** Notes the depth of each symbol; gives the greatest. */
    int measure(int depth, int[] lengths) {
      if (branches.length == 0) {
        lengths[symbol] = depth;
        return depth;
      }
      return Math.max(
          branches[0].measure(depth + 1, lengths), branches[1].measure(depth + 1, lengths));
    }
  }

  private static final Tree[] LEAF = {};

  private final int[] lengths;

  /** With the bit that is sent first as the lowest. */
  private final int[] codes;

  /**
   * @param counts of each symbol; those of 0 get no code. At least two are not 0.
   * @param longest bits that a code may have
   */
  HuffmanCode(int[] counts, int longest) {
    lengths = new int[counts.length];
    int[] flattened = counts.clone();
    while (tree(flattened).measure(0, lengths) > longest) {
      for (int i = 0; i < flattened.length; i++) {
        flattened[i] = (flattened[i] + 1) / 2;
      }
    }
    codes = new int[counts.length];
    int next = 0;
    for (int length = 1; length <= longest; length++) {
      for (int symbol = 0; symbol < codes.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = Integer.reverse(next++) >>> 32 - length;
        }
      }
      next <<= 1;
    }
  }

  private static Tree tree(int[] counts) {
    PriorityQueue<Tree> trees = new PriorityQueue<>();
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        trees.add(new Tree(counts[symbol], symbol, symbol, LEAF));
      }
    }
    int order = counts.length;
    while (trees.size() > 1) {
      Tree first = trees.remove();
      Tree second = trees.remove();
      trees.add(new Tree(first.count + second.count, order++, -1, new Tree[] {first, second}));
    }
    return trees.remove();
  }

  /** Bits of a symbol's code, 0 if it has none. */
  int length(int symbol) {
    return lengths[symbol];
  }

  void write(int symbol, BitBuffer out) {
    out.append(codes[symbol], lengths[symbol]);
  }
}
