package cn.zhixin.verification.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps callers away from a service that failed several times in a row; one of them may try again
 * after each pause. Safe for all threads.
 */
public final class CircuitBreaker {
  private final int failuresToOpen;
  private final long pauseNanos;
  private final LongSupplier nanos;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong nextTry = new AtomicLong();

  /**
   * @param failuresToOpen in a row
   * @param nanos a monotonic clock
   */
  public CircuitBreaker(int failuresToOpen, Duration pause, LongSupplier nanos) {
    this.failuresToOpen = failuresToOpen;
    this.pauseNanos = pause.toNanos();
    this.nanos = nanos;
  }

  public boolean allows() {
    if (failures.get() < failuresToOpen) {
      return true;
    }
    long now = nanos.getAsLong();
    long next = nextTry.get();
    return now - next >= 0 && nextTry.compareAndSet(next, now + pauseNanos);
  }

  public void succeeded() {
    if (failures.get() != 0) {
      failures.set(0);
    }
  }

  /** Whether this failure was the one that opened the circuit. */
  public boolean failed() {
    int now = failures.incrementAndGet();
    if (now >= failuresToOpen) {
      nextTry.set(nanos.getAsLong() + pauseNanos);
    }
    return now == failuresToOpen;
  }

  /** Whether callers are kept away now, but for the one that tries again. */
  public boolean isOpen() {
    return failures.get() >= failuresToOpen;
  }
}
