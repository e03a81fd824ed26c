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

  /** What the node knows after the database's reply reached it. */
  Heard after(Heard heard, Question.Reply reply, int history, Ago sent) {
    Ago from = seen(rules.leaseFrom(sent));
    Heard held = seen(heard);
    boolean ofIssue = reply.versions().contains(1) && rules.feedTellsOfIssues();
    List<Integer> versions =
        reply.versions().stream().map(v -> v == 1 && !ofIssue ? Integer.valueOf(0) : v).toList();
    int loaded = rules.loadedAtStart(reply.version());
    List<Object> question =
        List.of("after", essence(held), from, loaded, versions, history, reply.anotherPast());
    Heard learnt =
        (Heard)
            known.computeIfAbsent(
                question,
                q -> {
                  try (RealNode real = new RealNode(rules.fullPage(page))) {
                    real.load(held);
                    real.isOf(history);
                    if (reply.anotherPast()) {
                      real.findsAnotherPast(from);
                    } else if (reply.snapshot()) {
                      real.loads(from, reply.position(), loaded);
                    } else {
                      real.reads(from, versions);
                    }
                    return real.heard();
                  }
                });
    return new Heard(
        learnt.lease().equals(held.lease()) ? heard.lease() : learnt.lease(),
        learnt.history(),
        reply.position(),
        reply.lost(),
        learnt.known(),
        heard.ofIssue() || ofIssue,
        learnt.pastChanged());
  }

  /**
   * The version answered when a cache has that one; 0 is "not found", kept by the process itself.
   *
   * @param history that the entry carries
   */
  int fromCache(WalkedNode node, int version, int history) {
    Heard heard = seen(node.heard());
    if (version == 0) {
      return !heard.isLoaded() || heard.pastChanged()
          ? RealNode.UNCONFIRMED
          : answer(
              List.of("memory", essence(heard)),
              () -> RealNode.answerFromMemory(heard.lease(), learnt(heard)));
    }
    int carried = rules.historyOfEntry(history, heard.history());
    if (carried == Heard.NO_HISTORY) {
      return RealNode.UNCONFIRMED;
    }
    return answer(
        List.of("cache", essence(heard), version, carried),
        () -> {
          try (RealNode real = new RealNode(page)) {
            real.load(heard);
            return real.answerFromCache(version, carried);
          }
        });
  }

  private static List<Integer> learnt(Heard heard) {
    List<Integer> learnt = new ArrayList<>();
    if (heard.ofIssue()) {
      learnt.add(1);
    }
    if (heard.known() > 1) {
      learnt.add(heard.known());
    }
    return learnt;
  }

  int fromRead(WalkedNode node, WalkedNode.Read read) {
    Heard heard = seen(node.heard());
    boolean older = rules.seesThatTheReadIsOlder(read.older());
    return answer(
        List.of("read", essence(heard), read.version(), read.history(), older),
        () -> {
          try (RealNode real = new RealNode(page)) {
            return real.answerFromRead(heard, read.history(), read.version(), older);
          }
        });
  }

  boolean remembers(WalkedNode.Read read) {
    return read.version() == 0
        && (read.history() != Heard.NO_HISTORY
            || rules.mayRememberFromBeforeTheLoad()
            || answer(
                    List.of("remembers"),
                    () -> RealNode.remembersWhatItFoundBeforeItsLoad() ? 1 : 0)
                == 1);
  }

  /** The latest that an entry can carry whose read saw a state that was lost before its end. */
  int historyOfLostEntries() {
    return rules.mayTakeTheHistoryAfterTheRead()
        ? 1
        : answer(List.of("lost"), RealNode::historyOfWhatItReadWhileTheDatabaseWasPutBack);
  }

  private int answer(List<Object> question, Supplier<Integer> real) {
    return (Integer) known.computeIfAbsent(question, q -> real.get());
  }

  /** Positions make no difference to a decision. */
  private static Heard essence(Heard heard) {
    return new Heard(
        heard.lease(),
        heard.history(),
        Math.min(heard.position(), 0),
        false,
        heard.known(),
        heard.ofIssue(),
        heard.pastChanged());
  }

  private Heard seen(Heard heard) {
    return heard.with(seen(heard.lease()));
  }

  private Ago seen(Ago ago) {
    return new Ago(ago.awake(), rules.seenSleep(ago.slept()));
  }
}
