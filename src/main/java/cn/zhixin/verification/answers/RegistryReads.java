package cn.zhixin.verification.answers;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.RegistryContradiction;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.freshness.Moment;
import cn.zhixin.verification.freshness.NodeClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads of the registry's primary: one at a time for each code, few at a time in all, none waited
 * for longer than the timeout.
 */
final class RegistryReads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryReads.class);
  private static final int QUEUE = 512;

  private final Certificates certificates;
  private final AnswerEntries entries;
  private final NodeClock clock;
  private final LongSupplier history;
  private final Duration timeout;
  private final WarmReaders readers;
  private final ConcurrentMap<VerificationCode, CompletableFuture<Reading>> running =
      new ConcurrentHashMap<>();
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * @param history the database's as far as it is known now
   */
  RegistryReads(
      Certificates certificates,
      AnswerEntries entries,
      NodeClock clock,
      LongSupplier history,
      Duration timeout,
      int atOnce) {
    this.certificates = certificates;
    this.entries = entries;
    this.clock = clock;
    this.history = history;
    this.timeout = timeout;
    this.readers = new WarmReaders("registry-read", atOnce, QUEUE);
  }

  /**
   * Joins the read of that code which is under way, which may have begun before, or begins one.
   *
   * @return completed by any thread, with {@link Reading.Failed} after the timeout
   */
  CompletableFuture<Reading> read(VerificationCode code) {
    CompletableFuture<Reading> own = new CompletableFuture<>();
    CompletableFuture<Reading> other = running.putIfAbsent(code, own);
    if (other == null) {
      begin(code, own);
    }
    return (other == null ? own : other)
        .copy()
        .completeOnTimeout(new Reading.Failed(), timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void begin(VerificationCode code, CompletableFuture<Reading> result) {
    try {
      readers.execute(() -> finish(code, result, perform(code)));
    } catch (RejectedExecutionException e) {
      finish(code, result, new Reading.Failed());
    }
  }

  /** Takes the read off the list first: who comes after its end must not join it. */
  private void finish(VerificationCode code, CompletableFuture<Reading> result, Reading reading) {
    running.remove(code, result);
    result.complete(reading);
  }

  private Reading perform(VerificationCode code) {
    try {
      // before the read: an entry may be marked as older than it is, never as newer
      long readIn = history.getAsLong();
      Moment startedAt = clock.start();
      Optional<Certificate> found = certificates.find(code).filter(Certificate::isIssued);
      answersAgain();
      if (found.isEmpty()) {
        return new Reading.Absent(startedAt);
      }
      Optional<AnswerEntry> entry = entries.of(readIn, found.get());
      return entry.isPresent() ? new Reading.Present(entry.get(), startedAt) : new Reading.Failed();
    } catch (RegistryContradiction e) {
      // the registry did answer; of this one certificate nothing can be confirmed
      answersAgain();
      LOG.error("ALARM: the database was changed past the registry: {}", e.getMessage());
      return new Reading.Failed();
    } catch (RuntimeException e) {
      // whatever went wrong, the caller's answer is that nothing can be confirmed
      if (!failing.getAndSet(true)) {
        LOG.error("The registry cannot be read: certificates cannot be confirmed", e);
      }
      return new Reading.Failed();
    }
  }

  private void answersAgain() {
    if (failing.getAndSet(false)) {
      LOG.info("The registry answers again");
    }
  }

  @Override
  public void close() {
    readers.close();
  }
}
