package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.FreshnessTimes;
import java.time.Duration;

/**
 * The right to answer from caches for a while, earned by a feed query that succeeded.
 *
 * @param sentAt read <em>before</em> the query was sent: whatever was committed before that is in
 *     the node's map
 * @param length from {@code sentAt} on, by the monotonic clock
 * @param tolerance how much further or less far than the monotonic clock the wall clock may have
 *     moved: further, and the machine slept; less far, and the wall clock was set back and cannot
 *     tell of a sleep any more
 * @param history of the database that answered the query: what was read in another is of no use
 */
public record Lease(Moment sentAt, Duration length, Duration tolerance, long history) {
  public Lease {
    if (length.isNegative() || tolerance.isNegative()) {
      throw new IllegalArgumentException("a lease has no negative length or tolerance");
    }
  }

  /**
   * A sleep as long as the tolerance stays unseen and so lengthens the lease: half the margin that
   * writers wait is given to it, the other half to the clocks' rates.
   */
  public static Lease from(Moment sentAt, FreshnessTimes times, long history) {
    return new Lease(sentAt, times.lease(), times.margin().dividedBy(2), history);
  }

  public boolean holdsAt(Moment now) {
    long elapsed = now.nanosSince(sentAt);
    return elapsed >= 0 && elapsed < length.toNanos() && clocksAgreeAt(now);
  }

  private boolean clocksAgreeAt(Moment now) {
    return Math.abs(now.clocksApartSince(sentAt)) <= tolerance.toNanos();
  }

  /**
   * Itself, or a lease of no length where the clocks disagree: else one that a wall clock set back
   * had ended would hold again after a sleep that is as long.
   */
  Lease checkedAt(Moment now) {
    return clocksAgreeAt(now) ? this : new Lease(sentAt, Duration.ZERO, tolerance, history);
  }
}
