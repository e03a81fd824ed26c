package cn.zhixin.verification.operation;

import cn.zhixin.certificate.StateFeed;
import cn.zhixin.verification.answers.Answers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Answers for one certificate before the port is opened, so that a crowd that waits for the node
 * does not wait together for what the first answer loads. Hinders no start: where the registry is
 * empty or does not answer, the node opens without.
 */
public final class FirstAnswer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);
  private static final long PATIENCE_MILLIS = 1_500;

  private final StateFeed feed;
  private final Answers answers;
  private volatile boolean running;

  public FirstAnswer(StateFeed feed, Answers answers) {
    this.feed = feed;
    this.answers = answers;
  }

  @Override
  public void start() {
    running = true;
    CompletableFuture<?> answered =
        CompletableFuture.supplyAsync(this::some).thenCompose(this::ask);
    try {
      answered.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.info("Opening without a first answer: {}", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<StateFeed.Entry> some() {
    return feed.after(0, 1);
  }

  private CompletableFuture<?> ask(List<StateFeed.Entry> some) {
    return some.isEmpty()
        ? CompletableFuture.completedFuture(some)
        : answers.ask(some.get(0).code());
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }
}
