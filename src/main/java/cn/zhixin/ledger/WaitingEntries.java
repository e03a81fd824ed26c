package cn.zhixin.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes, in the background of the service, entries that a process queued and could not publish
 * itself: it was killed, or a witness was away. Looks at the start, and every minute, whether
 * database and folder still fit each other.
 */
final class WaitingEntries implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingEntries.class);

  private static final long INSPECTION_NANOS = Duration.ofMinutes(1).toNanos();

  private final Ledger ledger;
  private final long pauseMillis;
  private volatile boolean running;
  private @Nullable Thread thread;

  WaitingEntries(Ledger ledger, long pauseMillis) {
    this.ledger = ledger;
    this.pauseMillis = pauseMillis;
  }

  @Override
  public void start() {
    running = true;
    Thread publisher = new Thread(this::watch, "ledger-entries");
    publisher.setDaemon(true);
    publisher.start();
    thread = publisher;
  }

  private void watch() {
    long inspected = 0;
    while (running) {
      try {
        if (inspected == 0 || System.nanoTime() - inspected > INSPECTION_NANOS) {
          ledger.inspect();
          inspected = System.nanoTime();
        }
        if (ledger.isWaiting()) {
          long size = ledger.publish().head().size();
          LOG.info("the ledger has {} entries; none waits", size);
        }
      } catch (LedgerContradiction e) {
        LOG.error("ALARM: the ledger is stopped until a person has seen why: {}", e.getMessage());
      } catch (LedgerUnavailable | RuntimeException e) {
        // tried again: a database, a folder or a witness that is away comes back
        LOG.warn("entries of the ledger wait: {}", e.getMessage());
      }
      try {
        Thread.sleep(pauseMillis);
      } catch (InterruptedException e) {
        return;
      }
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
