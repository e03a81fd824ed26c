package cn.zhixin.verification.freshness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One state of the small world. */
record World(Office office, List<WalkedNode> nodes) {
  static World start(Scope scope) {
    return new World(
        Office.start(scope.firstVersion()),
        Collections.nCopies(scope.nodes(), WalkedNode.started(scope.slow())));
  }

  World with(Office next) {
    return new World(next, nodes);
  }

  World with(int number, WalkedNode next) {
    List<WalkedNode> all = new ArrayList<>(nodes);
    all.set(number, next);
    return new World(office, List.copyOf(all));
  }
}
