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
  /** Handing work over costs more than a hundredth of what one certificate takes. */
  private static final int SLICE = 16;

  /**
   * Slices whose results wait for an earlier one: so memory does not grow with the number of
   * inputs.
   */
  private static final int AHEAD = 8;

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
      Deque<Future<List<R>>> waiting = new ArrayDeque<>();
      int size = Math.max(1, Math.min(SLICE, inputs.size() / (4 * workers)));
      for (int from = 0; from < inputs.size(); from += size) {
        if (waiting.size() == AHEAD) {
          result(waiting.remove()).forEach(next);
        }
        List<I> slice = inputs.subList(from, Math.min(inputs.size(), from + size));
        waiting.add(pool.submit(() -> slice.stream().map(work).toList()));
      }
      while (!waiting.isEmpty()) {
        result(waiting.remove()).forEach(next);
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
