package cn.zhixin.verification.panel;

import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.door.Limit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts failed attempts to sign in, for all nodes in PostgreSQL: unlike the counts of the door,
 * these outlast restarts and a Redis that was flushed, and without the database nobody can sign in
 * anyway. Each limit has a bucket, one row with the moment at which it will be full again. Safe for
 * all threads and nodes.
 */
final class SignInAttempts {
  private final JdbcClient jdbc;
  private final Clock clock;

  SignInAttempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
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
    forgetFull(now);
    List<Limit> taken = new ArrayList<>();
    Optional<Decision.Refused> refused = Optional.empty();
    for (Limit limit : limits) {
      if (take(limit, subject, now)) {
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
    for (Limit limit : limits) {
      jdbc.sql(
              "update holder_attempt set full_at = full_at - make_interval(secs => ?)"
                  + " where subject = ?")
          .param(seconds(interval(limit)))
          .param(key(limit, subject))
          .update();
    }
  }

  private boolean take(Limit limit, String subject, Instant now) {
    Duration interval = interval(limit);
    return jdbc.sql(
                "insert into holder_attempt as had (subject, full_at) values (:key, :one)"
                    + " on conflict (subject) do update"
                    + " set full_at = greatest(had.full_at, :now) + make_interval(secs => :interval)"
                    + " where greatest(had.full_at, :now) + make_interval(secs => :interval) <= :most")
            .param("key", key(limit, subject))
            .param("one", now.plus(interval).atOffset(ZoneOffset.UTC))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("interval", seconds(interval))
            .param("most", now.plus(span(limit)).atOffset(ZoneOffset.UTC))
            .update()
        == 1;
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
