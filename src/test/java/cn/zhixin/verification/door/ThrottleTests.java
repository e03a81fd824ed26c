package cn.zhixin.verification.door;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.answers.TemporaryRedis;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on a Redis that is killed, paused and wiped. */
class ThrottleTests {
  private static final GroupSecret SECRET = new GroupSecret(Bytes.ofUtf8("0123456789abcdef"));
  private static final List<Limit> FIVE = List.of(new Limit("five", Allowance.valueOf("5/1h")));
  private static final Subject SOMEBODY = Subject.key("somebody");

  /** Where Redis answers, its answer is waited for however slow the machine is. */
  private static final Duration PATIENT = Duration.ofSeconds(10);

  private TemporaryRedis redis;
  private DoorStores one;
  private DoorStores other;
  private Throttle first;
  private Throttle second;

  @BeforeEach
  void start() throws Exception {
    redis = new TemporaryRedis();
    one = stores(PATIENT);
    other = stores(PATIENT);
    first = new Throttle(one.buckets(), System::nanoTime, (limit, decision) -> {});
    second = new Throttle(other.buckets(), System::nanoTime, (limit, decision) -> {});
  }

  @AfterEach
  void stop() throws Exception {
    one.close();
    other.close();
    redis.close();
  }

  private DoorStores stores(Duration timeout) {
    return DoorStores.of(new RedisDoor(redis.address(), timeout), SECRET);
  }

  @Test
  void countsForAllNodesTogether() {
    for (int i = 0; i < 3; i++) {
      assertAdmitted(first);
    }
    assertAdmitted(second);
    var last = (Decision.Admitted) second.take(FIVE, SOMEBODY);
    assertThat(last.standings().get(0).remaining()).isZero();

    var refused = (Decision.Refused) second.take(FIVE, SOMEBODY);
    assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(11), Duration.ofMinutes(13));
    assertRefused(first);
  }

  @Test
  void goesOnWithItsOwnCountWhileRedisIsGone() throws Exception {
    assertAdmitted(first);
    redis.kill();

    for (int i = 0; i < 4; i++) {
      assertAdmitted(first);
    }
    assertRefused(first);
    assertThat(one.leftAlone()).isTrue();
  }

  @Test
  void leavesAPausedRedisAloneAndComesBack() throws Exception {
    try (DoorStores impatient = stores(Duration.ofMillis(100))) {
      Throttle third = new Throttle(impatient.buckets(), System::nanoTime, (limit, decision) -> {});
      redis.pause();
      for (int i = 0; i < 3; i++) {
        assertAdmitted(third);
      }
      assertThat(impatient.leftAlone()).isTrue();
      redis.resume();

      assertAdmitted(second);
      List<Limit> many = List.of(new Limit("many", Allowance.valueOf("10000/1h")));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                third.take(many, SOMEBODY);
                return !impatient.leftAlone();
              });
    }
  }

  @Test
  void aWipedRedisGivesNobodyMoreThanOneCountOnEachNode() {
    for (int i = 0; i < 5; i++) {
      assertAdmitted(first);
    }
    try (var client = redis.client()) {
      client.flushAll();
    }
    assertRefused(first);
  }

  @Test
  void rubbishInRedisStopsNobody() {
    assertAdmitted(first);
    try (var client = redis.client()) {
      client.keys("*").forEach(key -> client.set(key, "\0\1rubbish"));
    }
    for (int i = 0; i < 4; i++) {
      assertAdmitted(first);
    }
    assertRefused(first);
  }

  @Test
  void leavesNoAddressKeyOrCodeInRedis() throws Exception {
    first.take(FIVE, Subject.address(InetAddress.getByName("203.0.113.7")));
    first.take(FIVE, Subject.key("a-token-of-somebody"));
    first.take(FIVE, SOMEBODY);
    one.used().use(Digest.of(new byte[] {1}), Duration.ofMinutes(1));

    try (var client = redis.client()) {
      assertThat(client.keys("*")).hasSize(4).allMatch(k -> k.matches("zhixin:[a-z]+:[0-9a-f]+"));
      assertThat(client.keys("*").toString())
          .doesNotContain("cb007107", PublicSite.VALID.value(), "a-token");
      assertThat(client.keys("*")).allSatisfy(k -> assertThat(client.ttl(k)).isPositive());
    }
  }

  @Test
  void letsAThingBeUsedOnceOnAllNodes() throws Exception {
    Digest thing = Digest.of(new byte[] {2});

    assertThat(one.used().use(thing, Duration.ofMinutes(1))).isEqualTo(OneTimeUse.Use.FIRST);
    assertThat(one.used().use(thing, Duration.ofMinutes(1))).isEqualTo(OneTimeUse.Use.REPEATED);
    assertThat(other.used().use(thing, Duration.ofMinutes(1))).isEqualTo(OneTimeUse.Use.REPEATED);
    redis.kill();
    Digest later = Digest.of(new byte[] {3});
    assertThat(one.used().use(later, Duration.ofMinutes(1))).isEqualTo(OneTimeUse.Use.FIRST);
    assertThat(one.used().use(later, Duration.ofMinutes(1))).isEqualTo(OneTimeUse.Use.REPEATED);
  }

  private static void assertAdmitted(Throttle throttle) {
    assertThat(throttle.take(FIVE, SOMEBODY)).isInstanceOf(Decision.Admitted.class);
  }

  private static void assertRefused(Throttle throttle) {
    assertThat(throttle.take(FIVE, SOMEBODY)).isInstanceOf(Decision.Refused.class);
  }
}
