package cn.zhixin.verification.answers;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which the one that rested for the shortest time works next. The pool of connections
 * gives a thread the connection it had before, and each connection has a process of PostgreSQL with
 * memory of its own: taken in turn, each of them has fallen out of the processor's caches when it
 * is asked again. So a node that is asked little uses few of its connections. Safe for all threads.
 */
final class WarmReaders implements Executor, AutoCloseable {
  private static final long REST_SECONDS = 60;

  private final int atOnce;
  private final int mostWaiting;

  /** A queue that is not fair hands a task to the thread that came to it last. */
  private final ThreadPoolExecutor threads;

  /** Guarded by itself, as {@link #busy} is: tasks in the order in which they came. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private int busy;

  /**
   * @param name of the threads
   * @param atOnce how many tasks are worked on at once
   * @param mostWaiting how many wait besides
   */
  WarmReaders(String name, int atOnce, int mostWaiting) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
    this.threads =
        new ThreadPoolExecutor(
            0,
            // atOnce of them work; others may be on their way to their rest
            Integer.MAX_VALUE,
            REST_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(false),
            task -> {
              Thread created = new Thread(task, name);
              created.setDaemon(true);
              return created;
            });
  }

  /**
   * @throws RejectedExecutionException if as many wait as may, or after the end
   */
  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      if (busy == atOnce) {
        if (waiting.size() == mostWaiting) {
          throw new RejectedExecutionException(mostWaiting + " wait already");
        }
        waiting.add(task);
        return;
      }
      busy++;
    }
    begin(task);
  }

  private void begin(Runnable task) {
    boolean begun = false;
    try {
      threads.execute(() -> work(task));
      begun = true;
    } finally {
      if (!begun) {
        synchronized (waiting) {
          busy--;
        }
      }
    }
  }

  private void work(Runnable first) {
    Runnable task = first;
    boolean ended = false;
    try {
      while (task != null) {
        task.run();
        task = next();
      }
      ended = true;
    } finally {
      Runnable left = ended ? null : next();
      if (left != null) {
        begin(left);
      }
    }
  }

  /** Null, and one fewer at work, if nothing waits. */
  private @Nullable Runnable next() {
    synchronized (waiting) {
      Runnable next = waiting.poll();
      if (next == null) {
        busy--;
      }
      return next;
    }
  }

  /** What waits is forgotten, what runs is interrupted. */
  @Override
  public void close() {
    synchronized (waiting) {
      waiting.clear();
    }
    threads.shutdownNow();
  }
}
