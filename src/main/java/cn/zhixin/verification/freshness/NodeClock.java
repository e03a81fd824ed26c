package cn.zhixin.verification.freshness;

import java.time.Clock;
import java.time.Instant;

/**
 * Reads the two clocks in the order that errs on the safe side: should the machine sleep between
 * the two readings, a lease ends early rather than late.
 */
public interface NodeClock {
  /** For the start of something: the wall clock first. */
  Moment start();

  /** For a check against a start: the monotonic clock first. */
  Moment now();

  /**
   * For a check of a request that had come when its reader read the monotonic clock, which is not
   * read once more: a reading takes as long as a look into a map.
   *
   * @param nanos of {@link System#nanoTime}
   */
  default Moment afterReading(long nanos) {
    return now();
  }

  /** The machine's monotonic clock beside the given wall clock. */
  static NodeClock ofSystem(Clock wallClock) {
    return new NodeClock() {
      @Override
      public Moment start() {
        Instant wall = wallClock.instant();
        return new Moment(System.nanoTime(), wall);
      }

      @Override
      public Moment now() {
        long nanos = System.nanoTime();
        return new Moment(nanos, wallClock.instant());
      }

      @Override
      public Moment afterReading(long nanos) {
        return new Moment(nanos, wallClock.instant());
      }
    };
  }
}
