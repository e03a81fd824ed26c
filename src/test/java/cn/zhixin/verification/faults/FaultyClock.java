package cn.zhixin.verification.faults;

import cn.zhixin.verification.freshness.Moment;
import cn.zhixin.verification.freshness.NodeClock;
import java.time.Duration;
import java.time.Instant;

/**
 * A node's clocks: the wall clock jumps, and whoever reads them may stand still before he goes on
 * with what he read, which is where a pause of the process does most harm.
 */
final class FaultyClock implements NodeClock {
  private static final long LOOK_MILLIS = 5;
  private static final long SLOW_MILLIS = 3;

  private volatile Duration offset = Duration.ZERO;
  private volatile boolean paused;
  private volatile boolean slow;

  @Override
  public Moment start() {
    Instant wall = Instant.now().plus(offset);
    return delayed(new Moment(System.nanoTime(), wall));
  }

  @Override
  public Moment now() {
    long nanos = System.nanoTime();
    return delayed(new Moment(nanos, Instant.now().plus(offset)));
  }

  private Moment delayed(Moment read) {
    try {
      if (slow) {
        Thread.sleep(SLOW_MILLIS);
      }
      while (paused) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return read;
  }

  void jump(Duration by) {
    offset = offset.plus(by);
  }

  void pause(boolean now) {
    paused = now;
  }

  void slow(boolean now) {
    slow = now;
  }
}
