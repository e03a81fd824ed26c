package cn.zhixin.verification.front;

import io.micrometer.core.instrument.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The clock of all meters, whose wall time is half a second old at most. A timer looks at it twice
 * for each request, only to see whether two minutes are over; reading the machine's clock as often
 * would take longer than counting.
 */
final class MeterClock implements Clock, AutoCloseable {
  private static final long HALF_A_SECOND = 500;

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "meter-clock");
            thread.setDaemon(true);
            return thread;
          });

  private volatile long wallTime = System.currentTimeMillis();

  MeterClock() {
    ticks.scheduleAtFixedRate(
        () -> wallTime = System.currentTimeMillis(),
        HALF_A_SECOND,
        HALF_A_SECOND,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public long wallTime() {
    return wallTime;
  }

  @Override
  public long monotonicTime() {
    return System.nanoTime();
  }

  @Override
  public void close() {
    ticks.shutdownNow();
  }
}
