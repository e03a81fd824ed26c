package cn.zhixin.verification.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong with a Redis, for all links to it: after several failures in a row it is left
 * alone, and tried once a second. Safe for all threads.
 */
final class RedisFailures {
  private static final Logger LOG = LoggerFactory.getLogger(RedisFailures.class);
  private static final int FAILURES_TO_OPEN = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long TOLD_AGAIN = TimeUnit.MINUTES.toNanos(1);

  private final CircuitBreaker circuit =
      new CircuitBreaker(FAILURES_TO_OPEN, PAUSE, System::nanoTime);
  private final AtomicLong lastRefusal = new AtomicLong(System.nanoTime() - TOLD_AGAIN);

  /** Whether somebody may ask now. */
  boolean allow() {
    return circuit.allows();
  }

  boolean leftAlone() {
    return circuit.isOpen();
  }

  void answered() {
    circuit.succeeded();
  }

  /** Redis answered, but would not do as it was asked. */
  void refused(String code) {
    long now = System.nanoTime();
    long last = lastRefusal.get();
    if (now - last >= TOLD_AGAIN && lastRefusal.compareAndSet(last, now)) {
      LOG.warn("Redis refuses what it is asked: {}", code);
    }
  }

  /** A conversation ended while somebody waited. */
  void failed(String why) {
    if (circuit.failed()) {
      LOG.warn("Redis does not answer and is left alone for a while: {}", why);
    }
  }
}
