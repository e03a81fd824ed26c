package cn.zhixin.verification.answers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.MovableClock;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.freshness.Freshness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;

@Timeout(60)
class RedisAnswersTests {
  private static final VerificationCode CODE = PublicSite.RARE_NAME;
  private static final VerificationCode OTHER = PublicSite.REVOKED;
  private static final Bytes SECRET = Bytes.ofUtf8("a secret of the tests");
  private static final Instant NOW = Instant.parse("2026-11-23T07:42:07.123Z");

  private final FakeRegistry registry = new FakeRegistry();
  private final AnswerEntries entries =
      new AnswerEntries(c -> CertificateFixture.GENUINE, CertificateFixture.NUMBERS);
  private TemporaryRedis server;
  private RedisAnswers redis;

  @BeforeEach
  void open() throws Exception {
    server = new TemporaryRedis();
    redis = answers(SECRET);
  }

  @AfterEach
  void close() throws Exception {
    redis.close();
    server.close();
  }

  /** Patient: only where Redis stands still is a timeout waited for. */
  private RedisAnswers answers(Bytes secret) {
    return new RedisAnswers(server.address(), Duration.ofSeconds(10), Duration.ofHours(1), secret);
  }

  private AnswerEntry entry(VerificationCode code) {
    Certificate certificate = registry.issue(CertificateFixture.registered(code, "𬭎龑䶮𠅤"), NOW);
    return entries.of(registry.history, certificate).orElseThrow();
  }

  private static byte[] key(VerificationCode code) {
    return ("zhixin:answer:" + code).getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void givesBackTheVeryBytes() {
    AnswerEntry entry = entry(CODE);
    redis.put(entry);
    AnswerEntry found = redis.find(CODE).orElseThrow();
    assertThat(found.version()).isEqualTo(1);
    for (Language language : Language.values()) {
      assertThat(found.json(language, NOW)).isEqualTo(entry.json(language, NOW));
      assertThat(found.entityTag(language)).isEqualTo(entry.entityTag(language));
    }
    assertThat(found.facts()).isEqualTo(entry.facts());
    assertThat(redis.find(OTHER)).isEmpty();
  }

  @Test
  void refusesAnEntryThatWasMovedToAnotherCode() {
    redis.put(entry(CODE));
    assertThat(redis.find(CODE)).isPresent();
    try (RedisClient raw = server.client()) {
      raw.set(key(OTHER), raw.get(key(CODE)));
    }
    assertThat(redis.find(OTHER)).isEmpty();
  }

  @Test
  void refusesAnEntryWithAnyByteChanged() {
    redis.put(entry(CODE));
    assertThat(redis.find(CODE)).isPresent();
    try (RedisClient raw = server.client()) {
      byte[] sealed = raw.get(key(CODE));
      for (int i : new int[] {0, 31, 32, 35, 36, 39, 40, 500, sealed.length - 1}) {
        byte[] changed = sealed.clone();
        changed[i] ^= 1;
        raw.set(key(CODE), changed);
        assertThat(redis.find(CODE)).as("byte " + i).isEmpty();
      }
      raw.set(key(CODE), new byte[0]);
      assertThat(redis.find(CODE)).isEmpty();
      raw.set(key(CODE), sealed);
      assertThat(redis.find(CODE)).isPresent();
    }
  }

  @Test
  void refusesAnEntryThatIsSealedWithAnotherKey() {
    try (RedisAnswers stranger = answers(Bytes.ofUtf8("the secret of a stranger"))) {
      stranger.put(entry(CODE));
      assertThat(stranger.find(CODE)).isPresent();
    }
    assertThat(redis.find(CODE)).isEmpty();
  }

  @Test
  void isEmptyWhileRedisIsDownAndServesAgainAfter() throws Exception {
    AnswerEntry entry = entry(CODE);
    redis.put(entry);
    server.kill();
    for (int i = 0; i < 20; i++) {
      assertThat(redis.find(CODE)).isEmpty();
    }
    redis.put(entry);
    server.restart();
    while (redis.find(CODE).isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(50);
      redis.put(entry);
    }
    assertThat(redis.find(CODE)).isPresent();
  }

  @Test
  void answersGoOnWhileRedisIsPaused() throws Exception {
    MovableClock clock = new MovableClock();
    Freshness freshness =
        new Freshness(
            registry, clock, new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200)));
    entry(CODE);
    freshness.follow();
    AnswerBounds bounds = new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 0);
    RedisAnswers impatient =
        new RedisAnswers(server.address(), Duration.ofMillis(100), Duration.ofHours(1), SECRET);
    Answers answers = new Answers(freshness, impatient, registry, entries, clock, bounds);
    assertThat(verdict(answers.answer(CODE))).isEqualTo(Verdict.VALID);
    redis.put(entry(CODE));
    assertThat(redis.find(CODE)).isPresent();
    server.pause();
    for (int i = 0; i < 20; i++) {
      assertThat(verdict(answers.answer(CODE))).isEqualTo(Verdict.VALID);
    }
    registry.change(CODE, CertificateEventKind.REVOKED, NOW);
    freshness.follow();
    assertThat(verdict(answers.answer(CODE))).isEqualTo(Verdict.REVOKED);
    server.resume();
    assertThat(verdict(answers.answer(CODE))).isEqualTo(Verdict.REVOKED);
    answers.close();
  }

  /** What a restored backup of Redis would do. */
  @Test
  void anEntryThatWasRolledBackIsAuthenticButPassedOver() {
    MovableClock clock = new MovableClock();
    Freshness freshness =
        new Freshness(
            registry, clock, new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200)));
    AnswerEntry valid = entry(CODE);
    registry.change(CODE, CertificateEventKind.REVOKED, NOW);
    freshness.follow();
    redis.put(valid);
    AnswerBounds bounds =
        new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 1 << 20);
    Answers answers = new Answers(freshness, redis, registry, entries, clock, bounds);
    assertThat(verdict(answers.answer(CODE))).isEqualTo(Verdict.REVOKED);
    assertThat(redis.find(CODE).orElseThrow().version()).isEqualTo(2);
  }

  private static Verdict verdict(Answer answer) {
    return answer instanceof Answer.Found found
        ? found.entry().facts().verdict()
        : Verdict.UNCONFIRMED;
  }
}
