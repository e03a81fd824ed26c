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
  /** By the monotonic clock; negative if {@code earlier} is later. */
  Duration sinceMonotonic(Moment earlier) {
    return Duration.ofNanos(nanos - earlier.nanos);
  }

  /** By the wall clock; negative if it was set back. */
  Duration sinceWall(Moment earlier) {
    return Duration.between(earlier.wall, wall);
  }

  /** By the monotonic clock. */
  public boolean isBefore(Moment other) {
    return nanos - other.nanos < 0;
  }
}
