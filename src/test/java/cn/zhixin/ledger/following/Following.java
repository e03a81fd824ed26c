package cn.zhixin.ledger.following;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ledger.following.FollowingOutcome.UpToDate;

/** One step of following, as the tests take it. */
final class Following {
  private Following() {}

  static FollowingOutcome follow(GrowingLedger ledger, FollowedState seen) {
    return new Follower(ledger.source(), ledger.policy(), (done, size) -> {}, GrowingLedger.CLOCK)
        .follow(seen);
  }

  static FollowedState seen(GrowingLedger ledger) {
    return upToDate(ledger, FollowedState.start()).state();
  }

  static UpToDate upToDate(GrowingLedger ledger, FollowedState seen) {
    FollowingOutcome outcome = follow(ledger, seen);
    assertThat(outcome).isInstanceOf(UpToDate.class);
    return (UpToDate) outcome;
  }

  static Alarm alarm(GrowingLedger ledger, FollowedState seen) {
    FollowingOutcome outcome = follow(ledger, seen);
    assertThat(outcome).isInstanceOf(Alarm.class);
    return (Alarm) outcome;
  }

  static void alarms(LedgerFault fault, GrowingLedger ledger, FollowedState seen) {
    assertThat(alarm(ledger, seen).code()).isEqualTo(fault.name());
  }
}
