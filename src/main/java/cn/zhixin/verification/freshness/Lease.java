package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.FreshnessTimes;
import java.time.Duration;

/**
 * The right to answer from caches for a while, earned by a feed query that succeeded.
 *
 * @param sentAt read <em>before</em> the query was sent: whatever was committed before that is in
 *     the node's map
 * @param length from {@code sentAt} on, by the monotonic clock
 * @param tolerance how much further than the monotonic clock the wall clock may have moved before
 *     the machine counts as having slept
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
    Duration elapsed = now.sinceMonotonic(sentAt);
    Duration slept = now.sinceWall(sentAt).minus(elapsed);
    return !elapsed.isNegative()
        && elapsed.compareTo(length) < 0
        && slept.compareTo(tolerance) <= 0;
  }
}
