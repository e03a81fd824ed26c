package cn.zhixin.verification.faults;

import cn.zhixin.verification.answers.Answer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/** What was acknowledged and what was answered. Safe for all threads. */
final class Observations {
  private static final int MOST_TOLD = 20;

  private final AtomicIntegerArray acknowledged;
  final AtomicInteger revocations = new AtomicInteger();
  final AtomicInteger changes = new AtomicInteger();
  final LongAdder answers = new LongAdder();
  final LongAdder unconfirmed = new LongAdder();
  final LongAdder withRedisFaulty = new LongAdder();
  final LongAdder confirmedWithRedisFaulty = new LongAdder();
  final LongAdder stale = new LongAdder();
  final Queue<String> told = new ConcurrentLinkedQueue<>();

  Observations(int certificates) {
    acknowledged = new AtomicIntegerArray(certificates);
    for (int i = 0; i < certificates; i++) {
      acknowledged.set(i, 1);
    }
  }

  /** The version that a request which begins now must show at least. */
  int owed(int certificate) {
    return acknowledged.get(certificate);
  }

  void acknowledged(int certificate, int version) {
    acknowledged.accumulateAndGet(certificate, version, Math::max);
    changes.incrementAndGet();
  }

  /**
   * @param onlyRedisFaulty from before the request began until now
   */
  void answered(int certificate, int owed, Answer answer, boolean onlyRedisFaulty, String fault) {
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
    int shown = answer instanceof Answer.Found found ? found.entry().version() : 0;
    if (confirmed && shown < owed) {
      stale.increment();
      if (told.size() < MOST_TOLD) {
        told.add(
            "certificate %d: state %d for a request that began after %d was acknowledged, during %s"
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
