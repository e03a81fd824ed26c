package cn.zhixin.verification.freshness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One state of the small world. */
record World(Office office, List<WalkedNode> nodes) {
  static World start(Scope scope) {
    return new World(
        Office.start(scope.firstVersion()),
        Collections.nCopies(
            scope.nodes(), WalkedNode.started(scope.clocks() == Scope.Clocks.SLEEP_AND_SLOW)));
  }

  World with(Office next) {
    return new World(next, nodes);
  }

  /** The database as a backup has it that was made when that position was the last. */
  World putBack(int to) {
    Office next = office.putBack(to);
    return new World(next, nodes.stream().map(node -> node.putBack(to, next.version())).toList());
  }

  World with(int number, WalkedNode next) {
    List<WalkedNode> all = new ArrayList<>(nodes);
    all.set(number, next);
    return new World(office, List.copyOf(all));
  }
}
