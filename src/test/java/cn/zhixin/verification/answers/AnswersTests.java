package cn.zhixin.verification.answers;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.MovableClock;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.freshness.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AnswersTests {
  private static final VerificationCode CODE = PublicSite.VALID;

  private final FakeRegistry registry = new FakeRegistry();
  private final MovableClock clock = new MovableClock();
  private final Freshness freshness =
      new Freshness(
          registry, clock, new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200)));
  private final RememberingAnswers shared = new RememberingAnswers();
  private final AnswerEntries entries =
      new AnswerEntries(c -> CertificateFixture.GENUINE, CertificateFixture.NUMBERS);
  private final Answers answers = answersOfANode();

  private Answers answersOfANode() {
    return new Answers(
        freshness,
        shared,
        registry,
        entries,
        clock,
        new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 1 << 20));
  }

  @BeforeEach
  void issue() {
    registry.issue(CertificateFixture.registered(CODE, "丛培元"), clock.wall());
    freshness.follow();
  }

  @AfterEach
  void close() {
    answers.close();
  }

  private static Verdict verdict(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return found.entry().facts().verdict();
    }
    return answer instanceof Answer.NotFound ? Verdict.NOT_FOUND : Verdict.UNCONFIRMED;
  }

  private Verdict ask() {
    return verdict(answers.answer(CODE));
  }

  private void revoke() {
    registry.change(CODE, CertificateEventKind.REVOKED, clock.wall());
  }

  @Test
  void readsTheRegistryOnce() {
    assertThat(ask()).isEqualTo(Verdict.VALID);
    assertThat(ask()).isEqualTo(Verdict.VALID);
    assertThat(registry.reads).hasValue(1);
  }

  @Test
  void saysAsOfWhenTheLeaseBegan() {
    answers.answer(CODE);
    clock.pass(Duration.ofMillis(200));
    Instant sent = clock.wall();
    freshness.follow();
    clock.pass(Duration.ofMillis(300));
    assertThat(answers.answer(CODE).asOf()).isEqualTo(sent);
  }

  @Test
  void showsARevocationThatTheFeedTold() {
    assertThat(ask()).isEqualTo(Verdict.VALID);
    revoke();
    freshness.follow();
    assertThat(ask()).isEqualTo(Verdict.REVOKED);
  }

  @Test
  void showsARevocationThatTheFeedCouldNotTell() {
    assertThat(ask()).isEqualTo(Verdict.VALID);
    registry.feedBroken = true;
    revoke();
    clock.pass(Duration.ofSeconds(1));
    assertThat(ask()).isEqualTo(Verdict.REVOKED);
  }

  @Test
  void confirmsNothingWhenNeitherFeedNorRegistryAnswers() {
    assertThat(ask()).isEqualTo(Verdict.VALID);
    registry.registryBroken = true;
    assertThat(ask()).isEqualTo(Verdict.VALID);
    clock.pass(Duration.ofSeconds(1));
    assertThat(ask()).isEqualTo(Verdict.UNCONFIRMED);
    assertThat(verdict(answers.answer(PublicSite.UNKNOWN))).isEqualTo(Verdict.UNCONFIRMED);
  }

  @Test
  void usesNoCacheAfterTheMachineSlept() {
    assertThat(ask()).isEqualTo(Verdict.VALID);
    clock.sleep(Duration.ofMinutes(10));
    assertThat(ask()).isEqualTo(Verdict.VALID);
    assertThat(registry.reads).hasValue(2);
  }

  @Test
  void usesAnEntryOfAnyAgeWhoseVersionIsCurrent() {
    ask();
    try (Answers other = answersOfANode()) {
      registry.registryBroken = true;
      assertThat(verdict(other.answer(CODE))).isEqualTo(Verdict.VALID);
    }
  }

  @Test
  void passesOverAnOldEntryInTheSharedCache() {
    ask();
    AnswerEntry valid = shared.find(CODE).orElseThrow();
    revoke();
    freshness.follow();
    ask();
    shared.put(valid);
    try (Answers other = answersOfANode()) {
      assertThat(verdict(other.answer(CODE))).isEqualTo(Verdict.REVOKED);
    }
  }

  @Test
  void doesNotTakeAStaleReadForTheState() {
    revoke();
    freshness.follow();
    registry.overwrite(registry.issue(CertificateFixture.registered(CODE, "丛培元"), clock.wall()));
    assertThat(ask()).isEqualTo(Verdict.UNCONFIRMED);
  }

  @Test
  void remembersWhatIsUnknownForSeconds() {
    assertThat(verdict(answers.answer(PublicSite.UNKNOWN))).isEqualTo(Verdict.NOT_FOUND);
    assertThat(verdict(answers.answer(PublicSite.UNKNOWN))).isEqualTo(Verdict.NOT_FOUND);
    assertThat(registry.reads).hasValue(1);
  }

  @Test
  void findsACertificateAtOnceThatWasUnknownBefore() {
    assertThat(verdict(answers.answer(PublicSite.UNKNOWN))).isEqualTo(Verdict.NOT_FOUND);
    registry.issue(CertificateFixture.registered(PublicSite.UNKNOWN, "于海澜"), clock.wall());
    freshness.follow();
    assertThat(verdict(answers.answer(PublicSite.UNKNOWN))).isEqualTo(Verdict.VALID);
  }

  @Test
  void findsACertificateThatWasIssuedWhileTheAbsenceWasRead() {
    registry.duringRead =
        () -> {
          registry.duringRead = () -> {};
          registry.issue(CertificateFixture.registered(PublicSite.UNKNOWN, "于海澜"), clock.wall());
          freshness.follow();
        };
    answers.answer(PublicSite.UNKNOWN);
    assertThat(verdict(answers.answer(PublicSite.UNKNOWN))).isEqualTo(Verdict.VALID);
  }

  @Test
  void saysNothingOfACertificateThatIsNotIssuedYet() {
    registry.overwrite(CertificateFixture.registered(PublicSite.RARE_NAME, "𬭎龑䶮𠅤"));
    assertThat(verdict(answers.answer(PublicSite.RARE_NAME))).isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  void confirmsNothingOfACertificateThatContradictsItselfAndAllOthers() {
    Certificate other =
        registry.issue(CertificateFixture.registered(PublicSite.RARE_NAME, "𬭎龑䶮𠅤"), clock.wall());
    freshness.follow();
    registry.contradicting.add(CODE);
    List<String> log = logged(() -> assertThat(ask()).isEqualTo(Verdict.UNCONFIRMED));
    assertThat(log)
        .singleElement(as(STRING))
        .startsWith("ERROR ALARM: ")
        .contains(CertificateFixture.registered(CODE, "丛培元").number().value())
        .doesNotContain("cannot be read");
    assertThat(verdict(answers.answer(other.code()))).isEqualTo(Verdict.VALID);
    assertThat(shared.find(CODE)).isEmpty();
    registry.contradicting.clear();
    assertThat(logged(() -> assertThat(ask()).isEqualTo(Verdict.VALID))).isEmpty();
  }

  @Test
  void doesNotTakeALifeThatCannotBeForAnOutage() {
    registry.change(CODE, CertificateEventKind.REVOKED, clock.wall());
    registry.change(CODE, CertificateEventKind.RESUMED, clock.wall());
    List<String> log = logged(() -> assertThat(ask()).isEqualTo(Verdict.UNCONFIRMED));
    assertThat(log)
        .singleElement(as(STRING))
        .startsWith("ERROR ALARM: ")
        .endsWith("RESUMED cannot follow on REVOKED");
  }

  private static List<String> logged(Runnable step) {
    Logger logger = (Logger) LoggerFactory.getLogger(RegistryReads.class);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    logger.addAppender(appender);
    try {
      step.run();
    } finally {
      logger.detachAppender(appender);
    }
    return appender.list.stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }

  @Test
  void readsOnceForManyWhoAskAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    registry.duringRead = () -> await(asked);
    List<CompletableFuture<Answer>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      // returns when it has joined the read, which is held up
      all.add(answers.ask(CODE));
    }
    assertThat(shared.asked).hasValue(20);
    asked.countDown();
    for (CompletableFuture<Answer> one : all) {
      assertThat(verdict(one.get(60, TimeUnit.SECONDS))).isEqualTo(Verdict.VALID);
    }
    assertThat(registry.reads).hasValue(1);
  }

  /** The first reader's read began before the revocation, the second reader came after it. */
  @Test
  void doesNotJoinAReadThatBeganBeforeTheRequest() throws Exception {
    clock.pass(Duration.ofSeconds(5));
    CountDownLatch looked = new CountDownLatch(1);
    CountDownLatch revoked = new CountDownLatch(1);
    registry.duringRead =
        () -> {
          looked.countDown();
          await(revoked);
        };
    CompletableFuture<Answer> first = answers.ask(CODE);
    await(looked);
    revoke();
    clock.pass(Duration.ofSeconds(2));
    CompletableFuture<Answer> second = answers.ask(CODE);
    assertThat(second).isNotDone();
    registry.duringRead = () -> {};
    revoked.countDown();
    assertThat(verdict(second.get(60, TimeUnit.SECONDS))).isEqualTo(Verdict.REVOKED);
    first.get(60, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
