package cn.zhixin.signing;

import java.time.Duration;

/**
 * What time stamps have cost since the start.
 *
 * @param stamps that were had
 * @param repeated tries beyond the first of each
 * @param answering from a request to its checked token, all requests added up; several run at once
 * @param waiting how long signing threads had nothing to do but to wait for a stamp, added up
 */
public record TimeStampCost(long stamps, long repeated, Duration answering, Duration waiting) {
  /** No stamps. */
  public static final TimeStampCost NONE = new TimeStampCost(0, 0, Duration.ZERO, Duration.ZERO);

  /** What has come since. */
  public TimeStampCost since(TimeStampCost before) {
    return new TimeStampCost(
        stamps - before.stamps,
        repeated - before.repeated,
        answering.minus(before.answering),
        waiting.minus(before.waiting));
  }

  /** Of one request, in milliseconds; 0 without any. */
  public double meanMillis() {
    return stamps == 0 ? 0 : answering.toNanos() / 1e6 / stamps;
  }
}
