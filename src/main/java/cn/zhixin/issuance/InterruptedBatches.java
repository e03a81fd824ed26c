package cn.zhixin.issuance;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Finishes in the background what a killed process left unfinished: at the start of the service,
 * and whenever another process that shares the database is gone.
 */
final class InterruptedBatches implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(InterruptedBatches.class);

  private final BatchRunner runner;
  private final long pauseMillis;
  private Set<String> told = Set.of();
  private volatile boolean running;
  private @Nullable Thread thread;

  InterruptedBatches(BatchRunner runner, long pauseMillis) {
    this.runner = runner;
    this.pauseMillis = pauseMillis;
  }

  @Override
  public void start() {
    running = true;
    Thread watcher = new Thread(this::watch, "interrupted-batches");
    watcher.setDaemon(true);
    watcher.start();
    thread = watcher;
  }

  private void watch() {
    while (running) {
      try {
        if (runner.openChunks() > 0) {
          tell(runner.finishAbandoned());
        }
        Thread.sleep(pauseMillis);
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | IssuingFailed | RuntimeException e) {
        // tried again: a database or an authority for time stamps that is down comes back
        LOG.warn("interrupted batches wait: {}", e.getMessage());
        pauseAfterFailure();
      }
    }
  }

  /** A chunk that fails again and again for the same reason is told of once. */
  private void tell(BatchRunner.Abandoned abandoned) {
    if (abandoned.finished() > 0) {
      LOG.info("finished {} chunks of an interrupted batch", abandoned.finished());
    }
    Set<String> failing = new HashSet<>();
    for (FailedChunk failed : abandoned.failed()) {
      String sentence = "batch " + failed.batchId() + " waits: " + failed.why();
      if (failing.add(sentence) && !told.contains(sentence)) {
        LOG.warn("{}; zhixin batch void {} gives it up", sentence, failed.batchId());
      }
    }
    told = failing;
  }

  private void pauseAfterFailure() {
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
    if (thread == null) {
      return;
    }
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
