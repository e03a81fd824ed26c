package cn.zhixin.verification.freshness;

import java.time.Duration;
import java.time.Instant;

/** A node's clocks as the walk wants them to be read. */
final class TickClock implements NodeClock {
  static final Duration TICK = Duration.ofMillis(100);
  private static final Instant WALL = Instant.parse("2026-11-25T04:00:00Z");
  static final Moment NOW = new Moment(0, WALL);

  private final boolean startsOnce;

  volatile Moment started = NOW;

  volatile Moment now = NOW;

  /**
   * @param startsOnce whether {@link #started} is for the next start alone: then it is seen if the
   *     clock is read later than it should be
   */
  TickClock(boolean startsOnce) {
    this.startsOnce = startsOnce;
  }

  static Moment ago(Ago ago) {
    return new Moment(
        -ago.awake() * TICK.toNanos(), WALL.minus(TICK.multipliedBy(ago.awake() + ago.slept())));
  }

  static Ago age(Moment then) {
    int awake = (int) (-then.nanos() / TICK.toNanos());
    int all = (int) (Duration.between(then.wall(), WALL).toNanos() / TICK.toNanos());
    return new Ago(awake, all - awake);
  }

  @Override
  public Moment start() {
    Moment once = started;
    started = startsOnce ? now : once;
    return once;
  }

  @Override
  public Moment now() {
    return now;
  }
}
