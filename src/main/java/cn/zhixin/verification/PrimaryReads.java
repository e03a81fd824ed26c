package cn.zhixin.verification;

import cn.zhixin.certificate.RegistryContradiction;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads of the registry's primary besides those for answers: few at a time, none waited for longer
 * than a timeout, however long the database hangs. Safe for all threads.
 */
public final class PrimaryReads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PrimaryReads.class);
  private static final int AT_ONCE = 2;
  private static final int QUEUE = 64;

  private final Duration timeout;
  private final AtomicBoolean failing = new AtomicBoolean();
  private final ThreadPoolExecutor readers =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(QUEUE),
          task -> {
            Thread created = new Thread(task, "primary-read");
            // made during a request: it outlives the request's application
            created.setContextClassLoader(PrimaryReads.class.getClassLoader());
            created.setDaemon(true);
            return created;
          });

  public PrimaryReads(Duration timeout) {
    this.timeout = timeout;
  }

  /** Empty if the registry could not be read, or not in time. */
  public <T> Optional<T> read(Supplier<T> query) {
    Future<T> result;
    try {
      result = readers.submit(query::get);
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
    try {
      T value = result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      if (failing.getAndSet(false)) {
        LOG.info("The registry can be read again for look-ups and holders");
      }
      return Optional.of(value);
    } catch (TimeoutException | CancellationException e) {
      result.cancel(true);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RegistryContradiction contradiction) {
        LOG.error(
            "ALARM: the database was changed past the registry: {}", contradiction.getMessage());
        return Optional.empty();
      }
      // its message may quote what was asked for: the class is told only
      if (!failing.getAndSet(true)) {
        LOG.error(
            "The registry cannot be read for look-ups and holders: {}",
            e.getCause() == null ? "" : e.getCause().getClass().getName());
      }
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
