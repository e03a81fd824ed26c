package cn.zhixin.verification.offline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many inputs with all processors and hands the results on in their order. */
final class InOrder {
  /** Results that wait for an earlier one: so memory does not grow with the number of inputs. */
  private static final int AHEAD = 64;

  private InOrder() {}

  /**
   * @param work for any thread; must not throw
   * @param next told of one result after another, on the calling thread
   */
  static <I, R> void each(List<I> inputs, Function<I, R> work, Consumer<R> next)
      throws InterruptedException {
    int workers = Math.min(inputs.size(), Runtime.getRuntime().availableProcessors());
    if (workers <= 1) {
      inputs.stream().map(work).forEach(next);
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      Deque<Future<R>> waiting = new ArrayDeque<>();
      for (I input : inputs) {
        if (waiting.size() == AHEAD) {
          next.accept(result(waiting.remove()));
        }
        waiting.add(pool.submit(() -> work.apply(input)));
      }
      while (!waiting.isEmpty()) {
        next.accept(result(waiting.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("work failed", e.getCause());
    }
  }
}
