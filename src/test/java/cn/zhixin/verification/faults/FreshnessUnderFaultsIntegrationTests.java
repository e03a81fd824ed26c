package cn.zhixin.verification.faults;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.LongReport;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.SharedRegistry;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.issuance.StateChanges;
import cn.zhixin.issuance.WaitingWriter;
import cn.zhixin.verification.answers.TemporaryRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes and an office in one process, with random faults between them and their servers. */
@Tag("freshness")
class FreshnessUnderFaultsIntegrationTests {
  private static final Logger LOG =
      LoggerFactory.getLogger(FreshnessUnderFaultsIntegrationTests.class);

  private static final FreshnessTimes TIMES =
      new FreshnessTimes(Duration.ofMillis(300), Duration.ofMillis(100));
  private static final long SEED =
      Long.getLong("freshness.seed", System.currentTimeMillis() % 1_000_000);
  private static final int SECONDS = Integer.getInteger("freshness.seconds", 25);
  private static final int REVOCATIONS = Integer.getInteger("freshness.revocations", 50);
  private static final long ANSWERS = Long.getLong("freshness.answers", 200_000);
  private static final int CERTIFICATES = 1_000;
  private static final int CLERKS = 4;
  private static final int READERS = 6;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<RandomOffice> clerks = new ArrayList<>();
  private final List<FaultyNode> nodes = new ArrayList<>();
  private volatile boolean stop;

  @Test
  void noRequestIsAnsweredWithAStateOlderThanWhatWasAcknowledged() throws Exception {
    LOG.info("-Dfreshness.seed={}", SEED);
    Random random = new Random(SEED);
    try (SharedRegistry registry = new SharedRegistry();
        TemporaryRedis redis = new TemporaryRedis();
        FaultyNode near = new FaultyNode(registry, redis.address(), TIMES, 64 << 20);
        FaultyNode withoutMemory = new FaultyNode(registry, redis.address(), TIMES, 0)) {
      nodes.addAll(List.of(near, withoutMemory));
      List<VerificationCode> codes = registry.issue(CERTIFICATES);
      Observations observations = new Observations(CERTIFICATES);
      FaultSchedule schedule =
          new FaultSchedule(random, nodes, redis, new HostileRedis(redis::client, codes, random));
      List<Future<?>> running = new ArrayList<>();
      StateChanges changes =
          WaitingWriter.on(
              registry.certificates(registry.database.dataSource()), registry.ledger, TIMES);
      for (int i = 0; i < CLERKS; i++) {
        int from = CERTIFICATES / CLERKS * i;
        RandomOffice clerk =
            new RandomOffice(
                registry, changes, observations, codes, from, new Random(random.nextLong()));
        clerks.add(clerk);
        running.add(threads.submit(() -> change(clerk, from + CERTIFICATES / CLERKS)));
      }
      for (int i = 0; i < READERS; i++) {
        SplittableRandom own = new SplittableRandom(random.nextLong());
        FaultyNode node = nodes.get(i % nodes.size());
        running.add(threads.submit(() -> read(node, codes, observations, schedule, own)));
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      while (System.nanoTime() < end
          || observations.revocations.get() < REVOCATIONS
          || observations.answers.sum() < ANSWERS) {
        schedule.step();
      }
      stop = true;
      for (Future<?> one : running) {
        one.get(1, TimeUnit.MINUTES);
      }
      report(observations, schedule);
    } finally {
      stop = true;
      threads.shutdownNow();
    }
  }

  private Void change(RandomOffice clerk, int end) throws InterruptedException {
    boolean more = true;
    while (!stop && more) {
      more = clerk.step(end);
    }
    return null;
  }

  /**
   * Every other request is for a certificate that is being changed. A reader has one node: one that
   * waits for a node that stands still must not keep the others from being asked.
   */
  private void read(
      FaultyNode node,
      List<VerificationCode> codes,
      Observations observations,
      FaultSchedule schedule,
      SplittableRandom random) {
    while (!stop) {
      int certificate =
          random.nextBoolean()
              ? clerks.get(random.nextInt(clerks.size())).present()
              : random.nextInt(CERTIFICATES);
      FaultSchedule.Step before = schedule.present();
      Observations.Owed owed = observations.owed(certificate);
      var answer = node.answer(codes.get(certificate));
      FaultSchedule.Step after = schedule.present();
      observations.answered(
          certificate,
          owed,
          answer,
          before.isOfRedisAlone() && before.equals(after),
          before.toString());
    }
  }

  private static void report(Observations seen, FaultSchedule schedule) throws Exception {
    Map<String, Object> figures =
        Map.ofEntries(
            entry("seed", SEED),
            entry("faults", schedule.told().size()),
            entry("changes", seen.changes.get()),
            entry("revocations", seen.revocations.get()),
            entry("corrections", seen.corrections.get()),
            entry("suspensions", seen.suspensions.get()),
            entry("answers", seen.answers.sum()),
            entry("unconfirmed", seen.unconfirmed.sum()),
            entry("stale_valid", seen.stale.sum()),
            entry("answers_redis_faulty", seen.withRedisFaulty.sum()),
            entry("availability", seen.availability()));
    LOG.info("{}", figures);
    LongReport.add("freshness", figures);
    assertThat(seen.told)
        .as(
            "repeat with: mvn -Plong -Dlong=freshness -Dfreshness.seed=%d verify%nthe schedule was:%n%s",
            SEED, String.join("\n", schedule.told()))
        .isEmpty();
    assertThat(seen.stale.sum()).isZero();
    assertThat(seen.availability()).isGreaterThanOrEqualTo(0.999);
    assertThat(seen.revocations.get()).isGreaterThanOrEqualTo(REVOCATIONS);
  }
}
