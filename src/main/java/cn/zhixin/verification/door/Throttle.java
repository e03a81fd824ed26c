package cn.zhixin.verification.door;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Counts what is counted for all nodes together. This node's own count is asked first, so that who
 * is refused costs Redis nothing, and goes on alone while Redis does not answer: then each node
 * admits as many as all would. Safe for all threads.
 */
public final class Throttle {
  private final SharedBuckets shared;
  private final LongSupplier nanos;
  private final BiConsumer<Limit, Decision> told;
  private final Map<Limit, LocalBuckets<Subject>> local = new ConcurrentHashMap<>();

  /**
   * @param nanos a monotonic clock
   * @param told of every decision, for metrics
   */
  Throttle(SharedBuckets shared, LongSupplier nanos, BiConsumer<Limit, Decision> told) {
    this.shared = shared;
    this.nanos = nanos;
    this.told = told;
  }

  /**
   * Counts one request in each of the limits, up to the first that refuses.
   *
   * @param limits none for a request that is always admitted
   */
  public Decision take(List<Limit> limits, Subject subject) {
    Decision all = new Decision.Admitted(List.of());
    for (Limit limit : limits) {
      all = all.and(take(limit, subject));
      if (all instanceof Decision.Refused) {
        return all;
      }
    }
    return all;
  }

  private Decision take(Limit limit, Subject subject) {
    Decision own =
        local.computeIfAbsent(limit, each -> new LocalBuckets<>(each, nanos)).take(subject);
    Decision decision =
        own instanceof Decision.Refused ? own : shared.take(limit, subject).orElse(own);
    told.accept(limit, decision);
    return decision;
  }
}
