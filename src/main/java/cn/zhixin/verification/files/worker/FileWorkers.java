package cn.zhixin.verification.files.worker;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few processes that look into files, started ahead and replaced when they are lost or have seen
 * enough files. Safe for all threads; each file holds its own thread until it is answered.
 */
public final class FileWorkers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileWorkers.class);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private final WorkerOrders orders;
  private final WorkerBounds bounds;
  private final Semaphore places;
  private final BlockingQueue<WorkerProcess> idle;
  private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService starting;
  private final ScheduledThreadPoolExecutor watch;
  private volatile boolean closed;

  public FileWorkers(WorkerOrders orders, WorkerBounds bounds) {
    this.orders = orders;
    this.bounds = bounds;
    this.places = new Semaphore(bounds.workers() + bounds.queue());
    this.idle = new ArrayBlockingQueue<>(bounds.workers());
    this.starting = Executors.newSingleThreadScheduledExecutor(daemon("file-workers"));
    this.watch = new ScheduledThreadPoolExecutor(1, daemon("file-watch"));
    this.watch.setRemoveOnCancelPolicy(true);
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Starts the processes, without waiting for them. */
  public void start() {
    for (int i = 0; i < bounds.workers(); i++) {
      starting.execute(this::startOne);
    }
  }

  /** What one worker found, or why it could not. */
  public WorkerAnswer examine(Bytes file) throws InterruptedException {
    if (file.size() > orders.maximumSize()) {
      return new UnreadableFile(FileFault.TOO_LARGE);
    }
    if (!places.tryAcquire()) {
      return new UnreadableFile(FileFault.BUSY);
    }
    try {
      WorkerProcess worker = await();
      return worker == null ? new UnreadableFile(FileFault.BUSY) : examine(worker, file);
    } finally {
      places.release();
    }
  }

  private @Nullable WorkerProcess await() throws InterruptedException {
    long end = System.nanoTime() + bounds.time().toNanos();
    while (true) {
      WorkerProcess worker = idle.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (worker == null || worker.isAlive()) {
        return worker;
      }
      replace(worker);
    }
  }

  private WorkerAnswer examine(WorkerProcess worker, Bytes file) {
    boolean sound = false;
    try {
      WorkerAnswer answer = worker.examine(file, bounds.time());
      sound = worker.files() < bounds.filesEach();
      return answer;
    } catch (WorkerLost lost) {
      LOG.warn("a worker ended over a file of {} bytes: {}", file.size(), lost.fault());
      return new UnreadableFile(lost.fault());
    } finally {
      if (sound && !closed) {
        idle.add(worker);
      } else {
        replace(worker);
      }
    }
  }

  private void replace(WorkerProcess worker) {
    worker.close();
    all.remove(worker);
    if (!closed) {
      starting.execute(this::startOne);
    }
  }

  private void startOne() {
    if (closed) {
      return;
    }
    try {
      WorkerProcess worker = WorkerProcess.start(orders, bounds.memoryMegabytes(), watch);
      all.add(worker);
      idle.add(worker);
      if (closed) {
        worker.close();
      }
    } catch (IOException e) {
      LOG.error("{}: {}", e.getMessage(), String.valueOf(e.getCause()));
      starting.schedule(this::startOne, PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    closed = true;
    starting.shutdownNow();
    all.forEach(WorkerProcess::close);
    watch.shutdownNow();
  }
}
