package cn.zhixin.verification.guesses;

import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.SqlTimes;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.door.Limit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts failed attempts for all nodes in PostgreSQL: unlike the counts of the door, these outlast
 * restarts and a Redis that was flushed, and without the database nothing can be compared anyway.
 * Each limit has a bucket, one row with the moment at which it will be full again. Safe for all
 * threads and nodes; in a transaction of its caller, rows stay locked until that ends, those of one
 * subject always in the order of the limits.
 */
final class FailedAttempts {
  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final Clock clock;

  FailedAttempts(JdbcTemplate batches, Clock clock) {
    this.batches = batches;
    this.jdbc = JdbcClient.create(batches);
    this.clock = clock;
  }

  /**
   * Counts an attempt before it is made, so that a thousand at once are no more than the limits
   * admit. One that is refused counts in none.
   *
   * @return the longest refusal, if there is one
   */
  Decision begin(List<Limit> limits, String subject) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      // inside one, others' rows would stay locked, in no order
      forgetFull(now);
    }
    List<Limit> taken = new ArrayList<>();
    Optional<Decision.Refused> refused = Optional.empty();
    int[] rows = take(limits, subject, now);
    for (int i = 0; i < rows.length; i++) {
      Limit limit = limits.get(i);
      if (rows[i] == 1) {
        taken.add(limit);
      } else {
        Decision.Refused each = new Decision.Refused(limit, wait(limit, subject, now));
        refused =
            refused
                .filter(before -> before.retryAfter().compareTo(each.retryAfter()) >= 0)
                .or(() -> Optional.of(each));
      }
    }
    if (refused.isEmpty()) {
      return new Decision.Admitted(List.of());
    }
    giveBack(taken, subject);
    return refused.get();
  }

  /** For an attempt that did not fail. */
  void giveBack(List<Limit> limits, String subject) {
    batches.batchUpdate(
        "update holder_attempt set full_at = full_at - make_interval(secs => ?) where subject = ?",
        limits.stream()
            .map(limit -> new Object[] {seconds(interval(limit)), key(limit, subject)})
            .toList());
  }

  /** One row for each limit that admits, none for the others; in one round trip. */
  private int[] take(List<Limit> limits, String subject, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    List<Object[]> each = new ArrayList<>();
    for (Limit limit : limits) {
      double interval = seconds(interval(limit));
      OffsetDateTime most = at.plus(span(limit));
      each.add(
          new Object[] {
            key(limit, subject), at.plus(interval(limit)), at, interval, at, interval, most
          });
    }
    return batches.batchUpdate(
        "insert into holder_attempt as had (subject, full_at) values (?, ?)"
            + " on conflict (subject) do update"
            + " set full_at = greatest(had.full_at, ?) + make_interval(secs => ?)"
            + " where greatest(had.full_at, ?) + make_interval(secs => ?) <= ?",
        each);
  }

  /** Until one more would be admitted; above zero. */
  private Duration wait(Limit limit, String subject, Instant now) {
    Instant fullAt =
        jdbc.sql("select full_at from holder_attempt where subject = ?")
            .param(key(limit, subject))
            .query((row, number) -> SqlTimes.instant(row, "full_at"))
            .optional()
            .orElse(now);
    Duration wait = Duration.between(now, fullAt.plus(interval(limit)).minus(span(limit)));
    return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
  }

  /** What is full counts nothing. A few at a time, and none that somebody else has in hand. */
  private void forgetFull(Instant now) {
    jdbc.sql(
            "delete from holder_attempt where subject in (select subject from holder_attempt"
                + " where full_at < ? limit 100 for update skip locked)")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whole microseconds, as PostgreSQL counts: a bucket's rest is exact. */
  private static Duration interval(Limit limit) {
    return limit
        .allowance()
        .per()
        .dividedBy(limit.allowance().requests())
        .truncatedTo(ChronoUnit.MICROS);
  }

  private static Duration span(Limit limit) {
    return interval(limit).multipliedBy(limit.allowance().requests());
  }

  private static double seconds(Duration interval) {
    return interval.toNanos() / 1e9;
  }

  private static byte[] key(Limit limit, String subject) {
    String text = limit.name() + "\n" + subject;
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).value().toArray();
  }
}
