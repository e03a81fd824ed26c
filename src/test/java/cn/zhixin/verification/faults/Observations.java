package cn.zhixin.verification.faults;

import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** What was acknowledged and what was answered. Safe for all threads. */
final class Observations {
  private static final int MOST_TOLD = 20;

  private final AtomicReferenceArray<Owed> acknowledged;
  final AtomicInteger revocations = new AtomicInteger();
  final AtomicInteger corrections = new AtomicInteger();
  final AtomicInteger suspensions = new AtomicInteger();
  final AtomicInteger changes = new AtomicInteger();
  final LongAdder answers = new LongAdder();
  final LongAdder unconfirmed = new LongAdder();
  final LongAdder withRedisFaulty = new LongAdder();
  final LongAdder confirmedWithRedisFaulty = new LongAdder();
  final LongAdder stale = new LongAdder();
  final Queue<String> told = new ConcurrentLinkedQueue<>();

  Observations(int certificates) {
    acknowledged = new AtomicReferenceArray<>(certificates);
    for (int i = 0; i < certificates; i++) {
      acknowledged.set(i, new Owed(1, Verdict.VALID));
    }
  }

  /** A state that was acknowledged: of it or a later one is what is answered from then on. */
  record Owed(int version, Verdict verdict) {
    boolean isKeptBy(Answer answer) {
      return answer instanceof Answer.Found found
          && (found.entry().version() > version
              || found.entry().version() == version && found.entry().verdict() == verdict);
    }
  }

  /** What a request which begins now must show at least. */
  Owed owed(int certificate) {
    return acknowledged.get(certificate);
  }

  /** One certificate's states are acknowledged by one thread, in their order. */
  void acknowledged(int certificate, int version, Verdict verdict) {
    acknowledged.set(certificate, new Owed(version, verdict));
    changes.incrementAndGet();
  }

  /**
   * @param onlyRedisFaulty from before the request began until now
   */
  void answered(int certificate, Owed owed, Answer answer, boolean onlyRedisFaulty, String fault) {
    answers.increment();
    boolean confirmed = !(answer instanceof Answer.Unconfirmed);
    if (!confirmed) {
      unconfirmed.increment();
    }
    if (onlyRedisFaulty) {
      withRedisFaulty.increment();
      if (confirmed) {
        confirmedWithRedisFaulty.increment();
      }
    }
    if (confirmed && !owed.isKeptBy(answer)) {
      String shown =
          answer instanceof Answer.Found found
              ? found.entry().version() + " " + found.entry().verdict()
              : "of not found";
      stale.increment();
      if (told.size() < MOST_TOLD) {
        told.add(
            "certificate %d: state %s for a request that began after %s was acknowledged, during %s"
                .formatted(certificate, shown, owed, fault));
      }
    }
  }

  /** Share of requests answered with a verdict while nothing but Redis was faulty. */
  double availability() {
    long all = withRedisFaulty.sum();
    return all == 0 ? 1 : (double) confirmedWithRedisFaulty.sum() / all;
  }
}
