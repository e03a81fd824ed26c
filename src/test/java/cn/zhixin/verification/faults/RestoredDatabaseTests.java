package cn.zhixin.verification.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.SharedRegistry;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.issuance.StateChanges;
import cn.zhixin.issuance.WaitingWriter;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.TemporaryRedis;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;

/**
 * A backup is put back while no node runs: versions and positions are given a second time, and
 * Redis holds answers of what then never was.
 */
@Timeout(120)
class RestoredDatabaseTests {
  private static final FreshnessTimes TIMES =
      new FreshnessTimes(Duration.ofMillis(300), Duration.ofMillis(100));
  private static final int MEMORY = 1 << 20;

  @Test
  void noAnswerOfTheLostPastIsUsedByNodesThatStartAfterwards() throws Exception {
    try (SharedRegistry registry = new SharedRegistry();
        TemporaryRedis redis = new TemporaryRedis()) {
      List<VerificationCode> codes = registry.issue(2);
      VerificationCode resumed = codes.get(0);
      VerificationCode revoked = codes.get(1);
      registry.database.backUp();
      change(registry, resumed, CertificateEventKind.SUSPENDED);
      change(registry, resumed, CertificateEventKind.RESUMED);
      change(registry, revoked, CertificateEventKind.REVOKED);
      VerificationCode neverIssued = registry.issue(3).get(2);
      try (FaultyNode before = new FaultyNode(registry, redis.address(), TIMES, 0)) {
        await(before, resumed, Verdict.VALID);
        await(before, revoked, Verdict.REVOKED);
        await(before, neverIssued, Verdict.VALID);
        awaitEntries(redis, before, List.of(resumed, revoked, neverIssued));
      }

      registry.database.putBack();
      change(registry, resumed, CertificateEventKind.SUSPENDED);
      change(registry, resumed, CertificateEventKind.REVOKED);

      try (FaultyNode after = new FaultyNode(registry, redis.address(), TIMES, MEMORY)) {
        await(after, revoked, Verdict.VALID);
        for (int i = 0; i < 20; i++) {
          assertThat(verdict(after, resumed)).isEqualTo(Verdict.REVOKED);
          assertThat(verdict(after, revoked)).isEqualTo(Verdict.VALID);
          assertThat(after.answer(neverIssued)).isInstanceOf(Answer.NotFound.class);
          Thread.sleep(20);
        }
        // a machine that is busy may be late with one query of the feed, not with all
        while (!after.holdsLease()) {
          Thread.sleep(20);
        }
      }
    }
  }

  /** By an office that has no ledger folder any more: what it published is not this test's. */
  private static void change(
      SharedRegistry registry, VerificationCode code, CertificateEventKind kind) throws Exception {
    StateChanges changes =
        WaitingWriter.on(
            registry.certificates(registry.database.dataSource()), registry.ledger, TIMES);
    changes.change(code, kind, "clerk", "复核", "决定7号");
  }

  private static Verdict verdict(FaultyNode node, VerificationCode code) {
    return node.answer(code) instanceof Answer.Found found
        ? found.entry().verdict()
        : Verdict.UNCONFIRMED;
  }

  /** Asked until a lease is held and the answer is kept. */
  private static void await(FaultyNode node, VerificationCode code, Verdict verdict)
      throws Exception {
    while (!node.holdsLease()) {
      Thread.sleep(20);
    }
    assertThat(verdict(node, code)).isEqualTo(verdict);
  }

  /** Redis is written to once for each answer, and may be too slow for it. */
  private static void awaitEntries(
      TemporaryRedis redis, FaultyNode node, List<VerificationCode> codes) throws Exception {
    try (RedisClient client = redis.client()) {
      while (client.dbSize() < codes.size()) {
        codes.forEach(node::answer);
        Thread.sleep(20);
      }
    }
  }
}
