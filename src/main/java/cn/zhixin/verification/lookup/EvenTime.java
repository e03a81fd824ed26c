package cn.zhixin.verification.lookup;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives answers after equal times: what took less than one step is held back until its end, what
 * took more until the end of the next. No thread waits.
 */
final class EvenTime implements AutoCloseable {
  private final long step;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "even-time");
            // made during a request: it outlives the request's application
            created.setContextClassLoader(EvenTime.class.getClassLoader());
            created.setDaemon(true);
            return created;
          });

  /**
   * @param step zero for no delay
   */
  EvenTime(Duration step) {
    this.step = step.toNanos();
  }

  <T> CompletableFuture<T> answer(Supplier<T> work) {
    long began = System.nanoTime();
    T answer = work.get();
    CompletableFuture<T> given = new CompletableFuture<>();
    long rest = rest(System.nanoTime() - began, step);
    var unused = timer.schedule(() -> given.complete(answer), rest, TimeUnit.NANOSECONDS);
    return given;
  }

  /** How long to wait after {@code taken}. */
  static long rest(long taken, long step) {
    return step == 0 ? 0 : (taken / step + 1) * step - taken;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
