package cn.zhixin.verification.answers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.Closing;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.MovableClock;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.freshness.Freshness;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstAnswerTests {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FakeRegistry registry = new FakeRegistry();
  private final MovableClock clock = new MovableClock();
  private final Freshness freshness =
      new Freshness(
          registry, clock, new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200)));
  private final Answers answers =
      new Answers(
          freshness,
          SharedAnswers.none(),
          registry,
          new AnswerEntries(c -> CertificateFixture.GENUINE, CertificateFixture.NUMBERS),
          clock,
          new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 1 << 20));

  @AfterEach
  void close() {
    answers.close();
  }

  private void issue() {
    registry.issue(CertificateFixture.registered(PublicSite.VALID, "丛培元"), clock.wall());
  }

  private CompletableFuture<Void> first() {
    return new FirstAnswer(registry, answers).given();
  }

  @Test
  void isReadFromTheRegistry() {
    issue();
    assertThat(first()).succeedsWithin(PATIENCE);
    assertThat(registry.reads).hasPositiveValue();
  }

  @Test
  void isNotWaitedForWhereThereIsNone() {
    assertThat(first()).succeedsWithin(PATIENCE);
  }

  @Test
  void hindersNoStartWhenTheRegistryIsBroken() {
    issue();
    registry.registryBroken = true;
    assertThat(first()).succeedsWithin(PATIENCE);
  }

  /** Whatever is closed after it, the database first of all, is not read from any more. */
  @Test
  void isClosedWhenItsQueryIsAnswered() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    registry.duringFeed = () -> await(answered);
    FirstAnswer first = new FirstAnswer(registry, answers, PATIENCE);
    Closing closing = Closing.of(first);
    assertThat(closing.waits()).isTrue();
    answered.countDown();
    closing.end();
    assertThat(first.given()).isCompleted();
  }

  @Test
  void isClosedWithoutAnAnswerThatNeverComes() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    registry.duringFeed = () -> await(never);
    try {
      Closing.of(new FirstAnswer(registry, answers, Duration.ofMillis(50))).end();
    } finally {
      never.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the query is lost", e);
    }
  }
}
