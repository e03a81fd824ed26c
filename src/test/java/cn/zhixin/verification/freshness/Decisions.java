package cn.zhixin.verification.freshness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Asks {@link RealNode} each question once. */
final class Decisions {
  private final Rules rules;
  private final int page;
  private final Map<List<Object>, Object> known = new HashMap<>();

  Decisions(Rules rules, int page) {
    this.rules = rules;
    this.page = page;
  }

  int asked() {
    return known.size();
  }

  /** The node after the database's reply reached it. */
  WalkedNode after(WalkedNode node, Question.Reply reply, Ago sent) {
    Ago from = seen(rules.leaseFrom(sent));
    Ago held = seen(node.lease());
    boolean heard = reply.versions().contains(1) && rules.feedTellsOfIssues();
    List<Integer> versions =
        reply.versions().stream().map(v -> v == 1 && !heard ? Integer.valueOf(0) : v).toList();
    int loaded = rules.loadedAtStart(reply.version());
    List<Object> question =
        List.of("after", held, node.known(), node.position() < 0, from, loaded, versions);
    Learnt learnt =
        (Learnt)
            known.computeIfAbsent(
                question,
                q -> {
                  try (RealNode real = new RealNode(rules.fullPage(page))) {
                    real.load(node, held);
                    if (reply.snapshot()) {
                      real.loads(from, reply.position(), loaded);
                    } else {
                      real.reads(from, versions);
                    }
                    return new Learnt(real.lease(), real.known());
                  }
                });
    return new WalkedNode(
        learnt.lease().equals(held) ? node.lease() : learnt.lease(),
        reply.position(),
        learnt.known(),
        node.heardOfIssue() || heard,
        node.mayBeSlow(),
        node.remembersAbsence(),
        node.checked(),
        null,
        node.read(),
        node.request());
  }

  private record Learnt(Ago lease, int known) {}

  /**
   * The version answered when a cache has that one; 0 is "not found", kept by the process itself.
   */
  int fromCache(WalkedNode node, int version) {
    boolean loaded = node.position() >= 0;
    if (version == 0 && !loaded) {
      return RealNode.UNCONFIRMED;
    }
    Ago lease = seen(node.lease());
    return answer(
        List.of("cache", lease, node.known(), node.heardOfIssue(), loaded, version),
        () ->
            version == 0 ? RealNode.answerFromMemory(lease, learnt(node)) : cached(node, version));
  }

  private static List<Integer> learnt(WalkedNode node) {
    List<Integer> learnt = new ArrayList<>();
    if (node.heardOfIssue()) {
      learnt.add(1);
    }
    if (node.known() > 1) {
      learnt.add(node.known());
    }
    return learnt;
  }

  private int cached(WalkedNode node, int version) {
    try (RealNode real = new RealNode(page)) {
      real.load(node, seen(node.lease()));
      return real.answerFromCache(version);
    }
  }

  int fromRead(WalkedNode node, WalkedNode.Read read) {
    Ago lease = seen(node.lease());
    boolean older = rules.seesThatTheReadIsOlder(read.older());
    boolean loaded = node.position() >= 0;
    return answer(
        List.of("read", lease, node.known(), node.heardOfIssue(), loaded, read.version(), older),
        () -> {
          try (RealNode real = new RealNode(page)) {
            real.load(node, lease);
            return real.answerFromRead(read.version(), older);
          }
        });
  }

  boolean remembers(WalkedNode.Read read) {
    return read.version() == 0
        && (!read.beforeLoad()
            || rules.mayRememberFromBeforeTheLoad()
            || answer(
                    List.of("remembers"),
                    () -> RealNode.remembersWhatItFoundBeforeItsLoad() ? 1 : 0)
                == 1);
  }

  private int answer(List<Object> question, Supplier<Integer> real) {
    return (Integer) known.computeIfAbsent(question, q -> real.get());
  }

  private Ago seen(Ago ago) {
    return new Ago(ago.awake(), rules.seenSleep(ago.slept()));
  }
}
