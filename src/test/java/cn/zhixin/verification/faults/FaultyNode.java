package cn.zhixin.verification.faults;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.SharedRegistry;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.AnswerBounds;
import cn.zhixin.verification.answers.AnswerEntries;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.RedisAnswers;
import cn.zhixin.verification.freshness.FeedFollower;
import cn.zhixin.verification.freshness.Freshness;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;

/** One public node: the program's own parts, with ways to PostgreSQL and Redis that may fail. */
final class FaultyNode implements AutoCloseable {
  static final Bytes SECRET = Bytes.ofUtf8("the secret of all nodes of this test");

  private static final int READS = 6;

  final FaultyWay toPostgres;
  final FaultyWay toRedis;
  final FaultyClock clock = new FaultyClock();
  private final HikariDataSource pool;
  private final Freshness freshness;
  private final FeedFollower follower;
  private final Answers answers;

  FaultyNode(SharedRegistry registry, URI redis, FreshnessTimes times, long localBytes)
      throws Exception {
    URI postgres = URI.create(registry.database.jdbcUrl().substring("jdbc:".length()));
    toPostgres = new FaultyWay(postgres.getHost(), postgres.getPort());
    toRedis = new FaultyWay(redis.getHost(), redis.getPort());
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:postgresql://127.0.0.1:%d%s".formatted(toPostgres.port(), postgres.getPath()));
    config.setUsername(registry.database.user());
    config.setPassword(registry.database.password());
    config.setMaximumPoolSize(READS + 2);
    config.setConnectionTimeout(1_000);
    config.setValidationTimeout(500);
    config.addDataSourceProperty("socketTimeout", "2");
    config.addDataSourceProperty("connectTimeout", "1");
    pool = new HikariDataSource(config);
    freshness = new Freshness(registry.feed(pool), clock, times);
    follower = new FeedFollower(freshness, times.lease().dividedBy(5));
    answers =
        new Answers(
            freshness,
            new RedisAnswers(
                URI.create("redis://127.0.0.1:" + toRedis.port()),
                Duration.ofMillis(100),
                Duration.ofDays(1),
                SECRET),
            registry.certificates(pool),
            new AnswerEntries(c -> CertificateFixture.GENUINE, SharedRegistry.NUMBERS),
            clock,
            new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(2), READS, localBytes));
    follower.start();
  }

  boolean holdsLease() {
    return freshness.holdsLease();
  }

  Answer answer(VerificationCode code) {
    return answers.answer(code);
  }

  @Override
  public void close() throws Exception {
    follower.close();
    answers.close();
    pool.close();
    toPostgres.close();
    toRedis.close();
  }
}
