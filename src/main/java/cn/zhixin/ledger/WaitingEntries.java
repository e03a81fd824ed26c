package cn.zhixin.ledger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes, in the background of the service, entries that a process queued and could not publish
 * itself: it was killed, or a witness was away.
 */
final class WaitingEntries implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingEntries.class);

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
    while (running) {
      try {
        if (ledger.isWaiting()) {
          long size = ledger.publish().head().size();
          LOG.info("the ledger has {} entries; none waits", size);
        }
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
