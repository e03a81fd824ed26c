package cn.zhixin.verification.freshness;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a node's {@link Freshness} follow the feed at short intervals, on a thread of its own. */
public final class FeedFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);

  /** Of a step, when a stop waits for it; that of a dead database may take longer. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(3);

  private final Freshness freshness;
  private final Duration interval;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "state-feed");
            created.setDaemon(true);
            return created;
          });

  /** Only of the feed's thread. */
  private boolean failing;

  private boolean toldOfThePast;

  private volatile boolean closing;

  public FeedFollower(Freshness freshness, Duration interval) {
    this.freshness = freshness;
    this.interval = interval;
  }

  public void start() {
    long nanos = interval.toNanos();
    var unused = thread.scheduleWithFixedDelay(this::step, 0, nanos, TimeUnit.NANOSECONDS);
  }

  private void step() {
    try {
      freshness.follow();
      if (failing) {
        failing = false;
        LOG.info("The feed of states answers again: cached answers may be used");
      }
    } catch (ChangedPast e) {
      if (!toldOfThePast) {
        toldOfThePast = true;
        LOG.error(
            "ALARM: the database was put back: {}. Every answer is read from the registry until"
                + " this process is started again",
            e.getMessage());
      }
    } catch (RuntimeException e) {
      // a step that threw would never be run again; without steps the lease runs out, which is safe
      if (!failing && !closing) {
        failing = true;
        LOG.warn(
            "The feed of states fails: every answer is read from the registry until it is back", e);
      }
    }
  }

  /** Waits for the step under way: the database it reads from goes next. */
  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_STEP.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
