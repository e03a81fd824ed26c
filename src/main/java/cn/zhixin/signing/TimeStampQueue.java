package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks for the time stamps of many signatures at once, in threads of its own: a bounded number is
 * under way, the others wait their turn, and each is tried three times unless trying is in vain.
 * Safe for use by several threads.
 */
final class TimeStampQueue {
  /** Pauses before the second and the third try, in milliseconds. */
  private static final long[] PAUSES = {200, 1000};

  private static final long IDLE_SECONDS = 10;

  private final TimeStampClient client;
  private final ThreadPoolExecutor threads;
  private final LongAdder stamps = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder answeringNanos = new LongAdder();
  private final LongAdder waitingNanos = new LongAdder();

  /**
   * @param atOnce requests under way, at most
   */
  TimeStampQueue(TimeStampClient client, int atOnce) {
    this.client = client;
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "time-stamp-request");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Returns at once. */
  Future<Bytes> request(Bytes content) {
    return threads.submit(() -> patiently(content));
  }

  /**
   * @throws UnstampedSignature if there is no stamp, and when interrupted
   */
  Bytes await(Future<Bytes> request) {
    long start = System.nanoTime();
    try {
      return request.get();
    } catch (InterruptedException e) {
      request.cancel(true);
      Thread.currentThread().interrupt();
      throw new UnstampedSignature(new TimeStampUnavailable("interrupted", e));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeStampUnavailable unavailable) {
        throw new UnstampedSignature(unavailable);
      }
      throw new IllegalStateException("a time stamp could not be asked for", e.getCause());
    } finally {
      waitingNanos.add(System.nanoTime() - start);
    }
  }

  TimeStampCost cost() {
    return new TimeStampCost(
        stamps.sum(),
        repeated.sum(),
        Duration.ofNanos(answeringNanos.sum()),
        Duration.ofNanos(waitingNanos.sum()));
  }

  private Bytes patiently(Bytes content) throws TimeStampUnavailable, InterruptedException {
    for (long pause : PAUSES) {
      try {
        return once(content);
      } catch (TimeStampUnavailable e) {
        if (e.isLasting() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        repeated.increment();
        Thread.sleep(pause);
      }
    }
    return once(content);
  }

  private Bytes once(Bytes content) throws TimeStampUnavailable {
    long start = System.nanoTime();
    Bytes token = client.stamp(content);
    answeringNanos.add(System.nanoTime() - start);
    stamps.increment();
    return token;
  }
}
