package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.TemporaryRedis;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A node that remembers nothing itself: what is not in Redis is read from the registry. */
@DirtiesContext
class AnswersFromRedisTests extends FrontSite {
  private static final TemporaryRedis REDIS = redis();

  @Autowired private Answers answers;
  @Autowired private MeterRegistry meters;

  private static TemporaryRedis redis() {
    try {
      return new TemporaryRedis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void redis(DynamicPropertyRegistry properties) {
    properties.add("zhixin.redis.url", () -> REDIS.address().toString());
    properties.add("zhixin.answers.mac-key", () -> "a secret of this test");
    properties.add("zhixin.answers.memory", () -> "0B");
    properties.add("zhixin.answers.redis-timeout", () -> "5s");
  }

  @AfterAll
  static void close() throws Exception {
    REDIS.close();
  }

  private double answered(String tier) {
    return meters.get("zhixin.answers").tag("tier", tier).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  /** Until the node has a lease and Redis has both answers. */
  private void warm() throws Exception {
    for (double before = answered("redis"); answered("redis") < before + 2; ) {
      ask(get(VALID));
      ask(get(REVOKED));
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws Exception {
    warm();
    double before = answered("redis");
    int rounds = 200;
    try (RawHttp connection = open()) {
      connection.send((get(VALID) + get(REVOKED)).repeat(rounds));
      for (int i = 0; i < rounds; i++) {
        assertThat(connection.read().body()).contains("\"VALID\"");
        assertThat(connection.read().body()).contains("\"REVOKED\"");
      }
    }
    assertThat(answered("redis") - before).isGreaterThan(rounds);
  }

  @Test
  void answersManyConnections() throws Exception {
    warm();
    RawHttp[] connections = new RawHttp[100];
    for (int i = 0; i < connections.length; i++) {
      connections[i] = open();
    }
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < connections.length; i++) {
        connections[i].send(get(i % 2 == 0 ? VALID : REVOKED));
      }
      for (int i = 0; i < connections.length; i++) {
        assertThat(connections[i].read().body()).contains(i % 2 == 0 ? "\"VALID\"" : "\"REVOKED\"");
      }
    }
    for (RawHttp connection : connections) {
      connection.close();
    }
  }

  @Test
  void problemsKeepTheConnectionAndTheOrder() throws Exception {
    warm();
    String unknown = get("/api/v1/certificates/" + PublicSite.UNKNOWN);
    try (RawHttp connection = open()) {
      connection.send((get(VALID) + unknown + get("/robots.txt")).repeat(20));
      for (int i = 0; i < 20; i++) {
        assertThat(connection.read().body()).contains("\"VALID\"");
        assertThat(connection.read().status()).isEqualTo(404);
        assertThat(connection.read().body()).contains("Disallow");
      }
    }
  }

  @Test
  void pagesAndAnswersAreGivenWhileRedisIsPaused() throws Exception {
    warm();
    assertThat(answers.answer(PublicSite.VALID)).isNotNull();
    REDIS.pause();
    try (RawHttp connection = open()) {
      connection.send(get(VALID) + get(REVOKED));
      assertThat(connection.read().body()).contains("\"VALID\"");
      assertThat(connection.read().body()).contains("\"REVOKED\"");
    } finally {
      REDIS.resume();
    }
    warm();
  }
}
