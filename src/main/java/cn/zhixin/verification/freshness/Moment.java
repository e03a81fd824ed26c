package cn.zhixin.verification.freshness;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of this machine's two clocks.
 *
 * @param nanos of the monotonic clock, which stands still while the machine sleeps; its origin is
 *     arbitrary, only differences mean something
 * @param wall of the wall clock, which goes on while the machine sleeps but may be set
 */
public record Moment(long nanos, Instant wall) {
  private static final long NANOS = 1_000_000_000L;

  /** Far from where a sum of such would overflow. */
  private static final long YEARS = Long.MAX_VALUE / 4;

  /** By the monotonic clock; negative if {@code earlier} is later. */
  Duration sinceMonotonic(Moment earlier) {
    return Duration.ofNanos(nanosSince(earlier));
  }

  /** By the monotonic clock, in nanoseconds; negative if {@code earlier} is later. */
  long nanosSince(Moment earlier) {
    return nanos - earlier.nanos;
  }

  /**
   * How much further the wall clock went since then than the monotonic one, in nanoseconds;
   * negative if it went less far. What differs by years is told as {@link #YEARS}.
   */
  long clocksApartSince(Moment earlier) {
    long seconds = wall.getEpochSecond() - earlier.wall.getEpochSecond();
    if (Math.abs(seconds) > YEARS / NANOS) {
      return seconds < 0 ? -YEARS : YEARS;
    }
    return seconds * NANOS + wall.getNano() - earlier.wall.getNano() - nanosSince(earlier);
  }

  /** By the monotonic clock. */
  public boolean isBefore(Moment other) {
    return nanosSince(other) < 0;
  }
}
