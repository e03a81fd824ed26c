package cn.zhixin.verification.freshness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visits every state that a small world can get into, nearest first, and in each lets requests
 * begin on every node with every entry that a cache can have.
 */
final class Walk {
  private final Decisions decisions;
  private final Moves moves;
  private final Scope scope;
  private final Map<World, Step> reached = new HashMap<>();

  private record Step(@Nullable World from, String what) {}

  /**
   * @param states that were visited
   * @param decisions that the program's code was asked for
   * @param staleAnswer what led to one, empty if none is possible
   */
  record Result(int states, int decisions, List<String> staleAnswer) {
    @Override
    public String toString() {
      return states
          + " states, "
          + decisions
          + " decisions of the program"
          + (staleAnswer.isEmpty()
              ? ", no stale answer"
              : ":\n  " + String.join("\n  ", staleAnswer));
    }
  }

  Walk(Scope scope, Rules rules) {
    this.scope = scope;
    decisions = new Decisions(rules, scope.page());
    moves = new Moves(scope, rules, decisions);
  }

  Result run() {
    Deque<World> waiting = new ArrayDeque<>();
    World start = World.start(scope);
    reached.put(start, new Step(null, ""));
    waiting.add(start);
    while (!waiting.isEmpty()) {
      World world = waiting.remove();
      Optional<String> stale = stale(world);
      if (stale.isPresent()) {
        return new Result(reached.size(), decisions.asked(), path(world, stale.get()));
      }
      moves.from(
          world,
          (what, next) -> {
            if (reached.putIfAbsent(next, new Step(world, what)) == null) {
              waiting.add(next);
            }
          });
    }
    return new Result(reached.size(), decisions.asked(), List.of());
  }

  private Optional<String> stale(World world) {
    Office office = world.office();
    for (WalkedNode node : world.nodes()) {
      Optional<String> cached = cached(office, node);
      if (cached.isPresent()) {
        return cached;
      }
      WalkedNode.Read read = node.read();
      WalkedNode.Request request = node.request();
      if (read != null && request != null && read.version() >= 0) {
        int answered = decisions.fromRead(node, read);
        if (answered >= 0 && (answered < request.owed() || read.lost() && request.settled())) {
          return Optional.of("the request gets state " + answered + " out of the read");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> cached(Office office, WalkedNode node) {
    for (int version = node.remembersAbsence() ? 0 : 1;
        version < office.acknowledged();
        version++) {
      for (int history = 0; history <= office.history(); history++) {
        if (node.checked() == version || decisions.fromCache(node, version, history) >= 0) {
          return Optional.of("a request begins and gets state " + version + " out of a cache");
        }
      }
    }
    Office.Restore restore = office.restore();
    if (restore != null && office.isSettled()) {
      int history = decisions.historyOfLostEntries();
      for (int version = Math.max(restore.kept() + 1, 1); version <= restore.lost(); version++) {
        if (decisions.fromCache(node, version, history) >= 0) {
          return Optional.of("a request begins and gets the LOST state " + version);
        }
      }
    }
    return Optional.empty();
  }

  private List<String> path(World last, String end) {
    List<String> path = new ArrayList<>();
    path.add(end);
    Step step = reached.get(last);
    while (step != null && step.from() != null) {
      path.add(step.what().replace(" '", "'"));
      step = reached.get(step.from());
    }
    Collections.reverse(path);
    return path;
  }
}
