package cn.zhixin.verification;

import cn.zhixin.verification.freshness.Moment;
import cn.zhixin.verification.freshness.NodeClock;
import java.time.Duration;
import java.time.Instant;

/** A machine's two clocks, moved by the test. */
public final class MovableClock implements NodeClock {
  private long nanos = -5_000_000_000L;
  private Instant wall = Instant.parse("2026-11-23T07:42:07.123Z");

  /** Time passes. */
  public synchronized void pass(Duration time) {
    nanos += time.toNanos();
    wall = wall.plus(time);
  }

  /** The machine sleeps: its monotonic clock stands still. */
  public synchronized void sleep(Duration time) {
    wall = wall.plus(time);
  }

  /** Somebody, or NTP, sets the wall clock, back if negative; no time passes. */
  public synchronized void setWall(Duration by) {
    wall = wall.plus(by);
  }

  @Override
  public synchronized Moment start() {
    return new Moment(nanos, wall);
  }

  @Override
  public Moment now() {
    return start();
  }

  public Instant wall() {
    return start().wall();
  }
}
