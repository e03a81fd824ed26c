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
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One public node: the program's own parts, with ways to PostgreSQL and Redis that may fail. */
final class FaultyNode implements AutoCloseable {
  static final Bytes SECRET = Bytes.ofUtf8("the secret of all nodes of this test");

  private static final int READS = 6;

  final FaultyWay toPostgres;
  final FaultyWay toRedis;
  final FaultyClock clock = new FaultyClock();
  private final EventLoopGroup front =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final AtomicInteger asked = new AtomicInteger();
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
    RedisAnswers shared =
        new RedisAnswers(
            URI.create("redis://127.0.0.1:" + toRedis.port()),
            Duration.ofMillis(100),
            Duration.ofDays(1),
            SECRET);
    front.forEach(loop -> shared.links().join((EventLoop) loop));
    answers =
        new Answers(
            freshness,
            shared,
            registry.certificates(pool),
            new AnswerEntries(c -> CertificateFixture.GENUINE, SharedRegistry.NUMBERS),
            clock,
            new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(2), READS, localBytes));
    follower.start();
  }

  boolean holdsLease() {
    return freshness.holdsLease();
  }

  /** Every other one as the front asks, on an event loop, the others as pages do. */
  Answer answer(VerificationCode code) {
    if (asked.incrementAndGet() % 2 == 0) {
      return answers.answer(code);
    }
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    front
        .next()
        .execute(
            () ->
                answers
                    .ask(code)
                    .whenComplete(
                        (answer, failure) -> {
                          if (failure == null) {
                            answered.complete(answer);
                          } else {
                            answered.completeExceptionally(failure);
                          }
                        }));
    return answered.join();
  }

  @Override
  public void close() throws Exception {
    follower.close();
    answers.close();
    front.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    pool.close();
    toPostgres.close();
    toRedis.close();
  }
}
