package cn.zhixin.verification.guesses;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.TestDatabase;
import cn.zhixin.verification.door.Allowance;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.door.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class FailedAttemptsTests {
  private static final List<Limit> SHIPPED = limits("5/1h", "15/1d", "30/30d", "40/365d");

  private static TestDatabase database;

  private final Moved clock = new Moved();
  private final String subject = UUID.randomUUID().toString();
  private JdbcClient jdbc;
  private FailedAttempts attempts;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void count() {
    jdbc = JdbcClient.create(database.dataSource());
    attempts = new FailedAttempts(new JdbcTemplate(database.dataSource()), clock);
  }

  private static List<Limit> limits(String... allowances) {
    return Limit.all("test", Stream.of(allowances).map(Allowance::valueOf).toList());
  }

  /** A guesser who comes again at the first moment he may, for that long. */
  private int guesses(Duration time) {
    Instant end = clock.now.plus(time);
    int guesses = 0;
    while (clock.now.isBefore(end)) {
      if (attempts.begin(SHIPPED, subject) instanceof Decision.Refused refused) {
        clock.now = clock.now.plus(refused.retryAfter());
      } else {
        guesses++;
      }
    }
    return guesses;
  }

  @Test
  void leavesAPatientGuesserEightyTriesInTheFirstYearAndFortyInEachOther() {
    assertThat(guesses(Duration.ofDays(365))).isBetween(75, 80);
    assertThat(guesses(Duration.ofDays(365))).isBetween(39, 41);
  }

  @Test
  void admitsNoMoreOfAThousandAtOnce() {
    FailedAttempts otherNode = new FailedAttempts(new JdbcTemplate(database.dataSource()), clock);
    long admitted =
        IntStream.range(0, 1000)
            .parallel()
            .mapToObj(i -> (i % 2 == 0 ? attempts : otherNode).begin(SHIPPED, subject))
            .filter(Decision.Admitted.class::isInstance)
            .count();
    assertThat(admitted).isEqualTo(5);
  }

  @Test
  void countsWhatIsRefusedInNoLimit() {
    List<Limit> both = limits("2/1h", "3/1d");
    attempts.begin(both, subject);
    attempts.begin(both, subject);
    for (int i = 0; i < 10; i++) {
      assertThat(attempts.begin(both, subject)).isInstanceOf(Decision.Refused.class);
    }
    clock.now = clock.now.plus(Duration.ofHours(1));
    assertThat(attempts.begin(both, subject)).isInstanceOf(Decision.Admitted.class);
    assertThat(attempts.begin(both, subject))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> {
              assertThat(refused.limit().name()).isEqualTo("test-86400s");
              assertThat(refused.retryAfter()).isBetween(Duration.ofHours(6), Duration.ofHours(8));
            });
  }

  @Test
  void givesBackWhatDidNotFail() {
    for (int i = 0; i < 50; i++) {
      assertThat(attempts.begin(SHIPPED, subject)).isInstanceOf(Decision.Admitted.class);
      attempts.giveBack(SHIPPED, subject);
    }
  }

  @Test
  void forgetsWhatCountsNoMore() {
    attempts.begin(limits("5/1h"), subject);
    clock.now = clock.now.plus(Duration.ofHours(1));
    attempts.begin(limits("5/1h"), "another");
    int rows =
        jdbc.sql("select count(*) from holder_attempt where full_at < ?")
            .param(clock.now.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    assertThat(rows).isZero();
  }

  @Test
  void admitsAllWithoutLimits() {
    assertThat(attempts.begin(List.of(), subject)).isInstanceOf(Decision.Admitted.class);
  }

  private static final class Moved extends Clock {
    private volatile Instant now = Instant.parse("2026-11-25T08:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
