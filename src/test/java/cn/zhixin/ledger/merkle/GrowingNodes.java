package cn.zhixin.ledger.merkle;

import cn.zhixin.encoding.Digest;
import java.util.ArrayList;
import java.util.List;

/** All nodes of a tree in memory, level by level; grows one leaf at a time. */
final class GrowingNodes implements NodeReader {
  private final List<List<Digest>> levels = new ArrayList<>();

  void append(Digest leaf) {
    Digest hash = leaf;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new ArrayList<>());
      }
      List<Digest> row = levels.get(level);
      row.add(hash);
      if (row.size() % 2 == 1) {
        return;
      }
      hash = TreeHash.node(row.get(row.size() - 2), hash);
    }
  }

  @Override
  public Digest node(int level, long index) {
    return levels.get(level).get((int) index);
  }
}
