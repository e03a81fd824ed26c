package cn.zhixin.verification.operation;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a node can confirm answers, without flapping: it is out after some time in which it could
 * not, and in again after some time in which it could without a break. Asked by one who looks every
 * few seconds; safe for all threads.
 */
final class AnsweringWatch {
  /** Short losses of the database are bridged by clients that ask again. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  static final Duration TRIAL = Duration.ofSeconds(3);

  /** What the node can do. */
  enum State {
    CONFIRMING,
    UNABLE
  }

  /** What the watch looks at. */
  interface Node {
    /** Whether answers may come from caches now. */
    boolean holdsLease();

    /** Whether the registry can be read: takes a while when it cannot. */
    boolean readsRegistry();
  }

  private final Node node;
  private final LongSupplier nanos;
  private State state = State.CONFIRMING;
  private long lastAble;
  private @Nullable Long ableSince;

  /**
   * @param nanos a monotonic clock
   */
  AnsweringWatch(Node node, LongSupplier nanos) {
    this.node = node;
    this.nanos = nanos;
    this.lastAble = nanos.getAsLong();
  }

  synchronized State look() {
    boolean able = node.holdsLease() || node.readsRegistry();
    long now = nanos.getAsLong();
    if (able) {
      lastAble = now;
      ableSince = ableSince == null ? now : ableSince;
      if (now - ableSince >= TRIAL.toNanos()) {
        state = State.CONFIRMING;
      }
    } else {
      ableSince = null;
      if (now - lastAble >= PATIENCE.toNanos()) {
        state = State.UNABLE;
      }
    }
    return state;
  }
}
