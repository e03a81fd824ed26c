package cn.zhixin.verification.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The buckets of one limit in this process, by the generic cell rate algorithm (ITU-T I.371): one
 * number for each subject, the moment at which its bucket will be full again. Bounded: beyond
 * {@value #MOST} subjects those that matter least begin anew. Safe for all threads, takes no lock.
 *
 * @param <S> a subject with {@code equals}
 */
final class LocalBuckets<S> {
  private static final int MOST = 100_000;

  private final Limit limit;
  private final long interval;
  private final long span;
  private final LongSupplier nanos;
  private final Cache<S, AtomicLong> fullAt;

  /**
   * @param nanos a monotonic clock
   */
  LocalBuckets(Limit limit, LongSupplier nanos) {
    this.limit = limit;
    this.interval = limit.allowance().nanosBetween();
    this.span = interval * limit.allowance().requests();
    this.nanos = nanos;
    this.fullAt =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(limit.allowance().per()).build();
  }

  Decision take(S subject) {
    long now = nanos.getAsLong();
    AtomicLong bucket = fullAt.get(subject, unknown -> new AtomicLong(now));
    while (true) {
      long before = bucket.get();
      long after = (before - now > 0 ? before : now) + interval;
      if (after - now > span) {
        return new Decision.Refused(limit, Duration.ofNanos(after - now - span));
      }
      if (bucket.compareAndSet(before, after)) {
        long used = after - now;
        return new Decision.Admitted(
            List.of(
                new Decision.Standing(limit, (span - used) / interval, Duration.ofNanos(used))));
      }
    }
  }
}
