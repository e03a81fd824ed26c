package cn.zhixin.verification.answers;

import cn.zhixin.certificate.StateFeed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers for one certificate before the port is opened, so that a crowd that waits for the node
 * does not wait together for what the first answer loads. Hinders no start: where the registry is
 * empty or does not answer, the node opens without.
 */
public final class FirstAnswer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final CompletableFuture<Void> given;

  /** Asks, and returns at once. */
  public FirstAnswer(StateFeed feed, Answers answers) {
    this(feed, answers, PATIENCE);
  }

  FirstAnswer(StateFeed feed, Answers answers, Duration patience) {
    this.given = ask(feed, answers, patience);
  }

  /** Completed once it was given, or patience has ended; never exceptionally. */
  public CompletableFuture<Void> given() {
    return given;
  }

  /** Waits for it, as long as patience lasts: the database that it reads goes next. */
  @Override
  public void close() {
    given.join();
  }

  private static CompletableFuture<Void> ask(StateFeed feed, Answers answers, Duration patience) {
    return CompletableFuture.supplyAsync(() -> feed.after(0, 1))
        .thenCompose(some -> answer(some, answers))
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (answer, problem) -> {
              if (problem != null) {
                Throwable reason = problem.getCause() == null ? problem : problem.getCause();
                LOG.info(
                    "No answer could be tried before the port is opened ({}): the first visitors"
                        + " may wait a little longer",
                    reason.getClass().getSimpleName());
              }
              return null;
            });
  }

  private static CompletableFuture<?> answer(List<StateFeed.Entry> some, Answers answers) {
    return some.isEmpty()
        ? CompletableFuture.completedFuture(some)
        : answers.ask(some.get(0).code());
  }
}
