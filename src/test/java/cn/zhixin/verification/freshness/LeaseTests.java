package cn.zhixin.verification.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.verification.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTests {
  private static final FreshnessTimes TIMES =
      new FreshnessTimes(Duration.ofMillis(1_000), Duration.ofMillis(200));

  private final MovableClock clock = new MovableClock();
  private final Lease lease = Lease.from(clock.start(), TIMES, 1);

  @Test
  void holdsForItsLengthAndNotAMomentLonger() {
    clock.pass(Duration.ofMillis(1_000).minusNanos(1));
    assertThat(lease.holdsAt(clock.now())).isTrue();
    clock.pass(Duration.ofNanos(1));
    assertThat(lease.holdsAt(clock.now())).isFalse();
  }

  @Test
  void isVoidOnceTheMachineSlept() {
    clock.sleep(Duration.ofMillis(100));
    assertThat(lease.holdsAt(clock.now())).isTrue();
    clock.sleep(Duration.ofMillis(1));
    assertThat(lease.holdsAt(clock.now())).isFalse();
  }

  @Test
  void isVoidOnceTheWallClockWasSetBack() {
    clock.setWall(Duration.ofMillis(-100));
    assertThat(lease.holdsAt(clock.now())).isTrue();
    clock.setWall(Duration.ofMillis(-1));
    assertThat(lease.holdsAt(clock.now())).isFalse();
  }

  @Test
  void isVoidOnceTheWallClockWasSetForward() {
    clock.setWall(Duration.ofHours(1));
    assertThat(lease.holdsAt(clock.now())).isFalse();
  }

  @Test
  void isVoidOnceTheWallClockWasSetByCenturies() {
    clock.setWall(Duration.ofDays(365 * 300));
    assertThat(lease.holdsAt(clock.now())).isFalse();
    clock.setWall(Duration.ofDays(-2 * 365 * 300));
    assertThat(lease.holdsAt(clock.now())).isFalse();
  }

  @Test
  void endsByTheMonotonicClockWhateverTheWallClockSays() {
    clock.pass(Duration.ofMillis(1_000));
    clock.setWall(Duration.ofMillis(-100));
    assertThat(lease.holdsAt(clock.now())).isFalse();
  }

  @Test
  void thatTheClocksEndedNeverHoldsAgain() {
    clock.setWall(Duration.ofMinutes(-10));
    Lease checked = lease.checkedAt(clock.now());
    clock.sleep(Duration.ofMinutes(10));
    assertThat(lease.holdsAt(clock.now())).isTrue();
    assertThat(checked.holdsAt(clock.now())).isFalse();
    assertThat(checked.history()).isEqualTo(lease.history());
  }

  @Test
  void doesNotHoldBeforeItBegan() {
    clock.pass(Duration.ofNanos(-1));
    assertThat(lease.holdsAt(clock.now())).isFalse();
  }

  @Test
  void sleepThatStaysUnseenFitsIntoTheWritersWait() {
    assertThat(lease.length().plus(lease.tolerance())).isLessThan(TIMES.writerWait());
  }
}
