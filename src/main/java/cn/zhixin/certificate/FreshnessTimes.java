package cn.zhixin.certificate;

import java.time.Duration;

/**
 * The two durations on which "a revocation is never missed" rests.
 *
 * @param lease how long a node may answer from caches after it began to ask the feed
 * @param margin for clocks that run at different rates
 */
public record FreshnessTimes(Duration lease, Duration margin) {
  public FreshnessTimes {
    if (lease.isNegative() || lease.isZero() || margin.isNegative()) {
      throw new IllegalArgumentException(
          "the lease is above zero and the margin not below, not " + lease + " and " + margin);
    }
  }

  /** How long a writer waits after the commit before it says done. */
  public Duration writerWait() {
    return lease.plus(margin);
  }
}
