package cn.zhixin.verification.bulk;

import cn.zhixin.people.Organisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Threads that answer lists, those that another node left behind too, and remove old ones. Any
 * number of nodes may run it.
 */
public final class BulkRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BulkRunner.class);

  /** Between two looks for lists that no node announced here. */
  private static final long LOOK_MILLIS = 2_000;

  private static final long SWEEP_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final long WATCH_MILLIS = 25;

  /** For which a stop waits for each worker. */
  private static final long STOP_MILLIS = 3_000;

  private final ChunkWork work;
  private final BulkJobs jobs;
  private final Duration kept;
  private final List<Thread> workers = new ArrayList<>();
  private final Semaphore news = new Semaphore(0);
  private volatile boolean open = true;

  BulkRunner(ChunkWork work, BulkJobs jobs, int workers, Duration kept) {
    this.work = work;
    this.jobs = jobs;
    this.kept = kept;
    for (int i = 0; i < workers; i++) {
      boolean sweeps = i == 0;
      Thread worker = new Thread(() -> run(sweeps), "bulk-" + i);
      worker.setDaemon(true);
      this.workers.add(worker);
    }
  }

  /** Begins to work. */
  public void start() {
    workers.forEach(Thread::start);
  }

  /** Tells that there is a new list. */
  public void wake() {
    news.release(workers.size());
  }

  /** Waits until a list is answered, at most so long; gives it as it is then. */
  public Optional<BulkJob> await(String job, Organisation organisation, Duration most)
      throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    Optional<BulkJob> now = jobs.find(job, organisation);
    while (now.isPresent() && now.get().endedAt() == null && System.nanoTime() < end) {
      Thread.sleep(WATCH_MILLIS);
      now = jobs.find(job, organisation);
    }
    return now;
  }

  private void run(boolean sweeps) {
    long swept = System.nanoTime() - SWEEP_NANOS;
    while (open) {
      try {
        if (sweeps && System.nanoTime() - swept >= SWEEP_NANOS) {
          swept = System.nanoTime();
          jobs.sweep(kept);
        }
        if (!work.next()) {
          news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (DataAccessException | TransactionException e) {
        if (!open) {
          return;
        }
        // names no row: what is in one is personal
        LOG.warn("a list cannot be worked on now: {}", e.getClass().getSimpleName());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for what they are reading: the database goes next. */
  @Override
  public void close() {
    open = false;
    workers.forEach(Thread::interrupt);
    try {
      for (Thread worker : workers) {
        worker.join(STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
