package cn.zhixin.verification.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.MovableClock;
import cn.zhixin.verification.PublicSite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshnessTests {
  private static final VerificationCode CODE = PublicSite.VALID;

  private final FakeRegistry registry = new FakeRegistry();
  private final MovableClock clock = new MovableClock();
  private final Freshness freshness =
      new Freshness(
          registry, clock, new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200)));

  @BeforeEach
  void issue() {
    registry.issue(CertificateFixture.registered(CODE, "丛培元"), clock.wall());
  }

  private void revoke() {
    registry.change(CODE, CertificateEventKind.REVOKED, clock.wall());
  }

  @Test
  void confirmsNothingBeforeItHasLoaded() {
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
    assertThat(freshness.confirmAbsence(PublicSite.UNKNOWN)).isEmpty();
  }

  @Test
  void knowsAtItsStartWhatChangedBefore() {
    revoke();
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
    assertThat(freshness.confirm(CODE, registry.history, 2)).isPresent();
  }

  @Test
  void learnsFromTheFeed() {
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 1)).isPresent();
    revoke();
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
    assertThat(freshness.knowsNewer(CODE, 1)).isTrue();
  }

  @Test
  void countsTheLeaseFromBeforeTheQueryWasSent() {
    Instant sent = clock.wall();
    registry.duringFeed = () -> clock.pass(Duration.ofMillis(900));
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 1)).contains(sent);
    clock.pass(Duration.ofMillis(99));
    assertThat(freshness.confirm(CODE, registry.history, 1)).contains(sent);
    clock.pass(Duration.ofMillis(1));
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
  }

  @Test
  void countsLaterLeasesFromBeforeTheQueryToo() {
    freshness.follow();
    registry.duringFeed = () -> clock.pass(Duration.ofMillis(1_000));
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
  }

  @Test
  void confirmsNothingByAReadingFromBeforeTheLease() {
    freshness.follow();
    Moment before = clock.now();
    clock.pass(Duration.ofMillis(300));
    revoke();
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 2, before)).isEmpty();
    assertThat(freshness.confirm(CODE, registry.history, 2, clock.now())).isPresent();
  }

  @Test
  void readsOnlyTheWallClockForARequestThatHasCome() {
    Instant wall = Instant.parse("2026-11-25T04:00:00Z");
    NodeClock system = NodeClock.ofSystem(Clock.fixed(wall, ZoneOffset.UTC));
    assertThat(system.afterReading(17)).isEqualTo(new Moment(17, wall));
  }

  @Test
  void keepsTheOldLeaseWhenAQueryFails() {
    freshness.follow();
    registry.feedBroken = true;
    clock.pass(Duration.ofMillis(600));
    assertThatThrownBy(freshness::follow).isInstanceOf(IllegalStateException.class);
    assertThat(freshness.confirm(CODE, registry.history, 1)).isPresent();
    clock.pass(Duration.ofMillis(400));
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
  }

  @Test
  void usesNoAnswerOfBeforeASleep() {
    freshness.follow();
    revoke();
    clock.sleep(Duration.ofMinutes(10));
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
    assertThat(freshness.confirmAbsence(PublicSite.UNKNOWN)).isEmpty();
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
    assertThat(freshness.confirm(CODE, registry.history, 2)).isPresent();
  }

  @Test
  void earnsANewLeaseAtOnceAfterTheWallClockWasSetBack() {
    freshness.follow();
    clock.setWall(Duration.ofHours(-1));
    assertThat(freshness.holdsLease()).isFalse();
    freshness.follow();
    assertThat(freshness.holdsLease()).isTrue();
  }

  @Test
  void seesASleepThatAWallClockSetBackBeforeWouldHide() {
    freshness.follow();
    registry.feedBroken = true;
    clock.setWall(Duration.ofMinutes(-10));
    assertThatThrownBy(freshness::follow).isInstanceOf(IllegalStateException.class);
    revoke();
    clock.sleep(Duration.ofMinutes(10));
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
    assertThat(freshness.holdsLease()).isFalse();
  }

  @Test
  void seesASleepThatAWallClockSetBackAfterwardsWouldHide() {
    freshness.follow();
    registry.feedBroken = true;
    revoke();
    clock.sleep(Duration.ofMinutes(10));
    assertThatThrownBy(freshness::follow).isInstanceOf(IllegalStateException.class);
    clock.setWall(Duration.ofMinutes(-10));
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
  }

  @Test
  void earnsNoLeaseBeforeTheFeedsEnd() {
    freshness.follow();
    for (int i = 0; i < Freshness.PAGE; i++) {
      VerificationCode code = PublicSite.code("%015d".formatted(i + 1));
      registry.issue(CertificateFixture.registered(code, "丛培元"), clock.wall());
    }
    revoke();
    clock.pass(Duration.ofSeconds(2));
    registry.duringFeed =
        () -> {
          assertThat(freshness.holdsLease()).isFalse();
          registry.feedBroken = true;
        };
    assertThatThrownBy(freshness::follow).isInstanceOf(IllegalStateException.class);
    assertThat(freshness.holdsLease()).isFalse();
    registry.duringFeed = () -> {};
    registry.feedBroken = false;
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 2)).isPresent();
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
  }

  @Test
  void takesACertificateIssuedALittleAgoForPresent() {
    freshness.follow();
    assertThat(freshness.confirmAbsence(PublicSite.UNKNOWN)).isPresent();
    registry.issue(CertificateFixture.registered(PublicSite.UNKNOWN, "于海澜"), clock.wall());
    freshness.follow();
    assertThat(freshness.confirmAbsence(PublicSite.UNKNOWN)).isEmpty();
  }

  @Test
  void readsTheMapAfterTheLeaseSoThatAnOldMapNeverMeetsANewLease() {
    freshness.follow();
    revoke();
    registry.duringFeed =
        () -> assertThat(freshness.confirm(CODE, registry.history, 1)).isPresent();
    freshness.follow();
    assertThat(freshness.confirm(CODE, registry.history, 1)).isEmpty();
  }

  @Test
  void confirmsNothingMoreOnceTheFeedsPastIsAnother() {
    revoke();
    freshness.follow();
    registry.forgetFeedAfter(1);
    assertThatThrownBy(freshness::follow).isInstanceOf(ChangedPast.class);
    assertThat(freshness.holdsLease()).isFalse();
    clock.pass(Duration.ofMillis(1));
    registry.change(CODE, CertificateEventKind.RESUMED, clock.wall());
    assertThatThrownBy(freshness::follow).isInstanceOf(ChangedPast.class);
    assertThat(freshness.confirm(CODE, registry.history, 9)).isEmpty();
  }

  @Test
  void seesThatTheFeedWasPutBackAndHasGrownPastItsPositionSince() {
    revoke();
    freshness.follow();
    registry.forgetFeedAfter(1);
    clock.pass(Duration.ofMillis(1));
    for (int i = 0; i < 5; i++) {
      VerificationCode code = PublicSite.code("%015d".formatted(i + 1));
      registry.issue(CertificateFixture.registered(code, "丛培元"), clock.wall());
    }
    assertThatThrownBy(freshness::follow).isInstanceOf(ChangedPast.class);
    assertThat(freshness.confirm(CODE, registry.history, 2)).isEmpty();
  }

  @Test
  void asksTheFeedAtOnceWhenTheSnapshotTookLongerThanALease() {
    registry.duringFeed =
        () -> {
          clock.pass(Duration.ofSeconds(3));
          registry.duringFeed = () -> {};
        };
    freshness.follow();
    assertThat(freshness.holdsLease()).isTrue();
    assertThat(registry.feedQueries).hasValue(1);
  }

  @Test
  void hearsOfIssuesOnlyAfterReadsThatBeganAfterItsLoad() {
    assertThat(freshness.hearsOfIssuesAfter(clock.start())).isFalse();
    Moment before = clock.start();
    clock.pass(Duration.ofNanos(1));
    freshness.follow();
    assertThat(freshness.hearsOfIssuesAfter(before)).isFalse();
    assertThat(freshness.hearsOfIssuesAfter(clock.start())).isTrue();
  }

  @Test
  void doesNotUseWhatWasReadBeforeTheDatabaseCameUpAgain() {
    freshness.follow();
    assertThat(freshness.confirm(CODE, 1, 1)).isPresent();
    registry.history = 2;
    freshness.follow();
    assertThat(freshness.confirm(CODE, 1, 1)).isEmpty();
    assertThat(freshness.confirm(CODE, 2, 1)).isPresent();
  }
}
