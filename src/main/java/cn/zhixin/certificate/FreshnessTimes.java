package cn.zhixin.certificate;

import java.time.Duration;

/**
 * The two durations on which "a revocation is never missed" rests.
 *
 * @param lease how long a node may answer from caches after it began to ask the feed
 * @param margin for clocks that run at different rates
 */
public record FreshnessTimes(Duration lease, Duration margin) {
  /** How long a writer waits after the commit before it says done. */
  public Duration writerWait() {
    return lease.plus(margin);
  }
}
