package cn.zhixin.verification.front;

import java.util.Optional;

/**
 * How far a client has come with its request and its response, and whether that is far enough. A
 * byte now and then is no progress: a head has a time in all, a body and a response have a rate.
 *
 * <p>Times are nanoseconds of one monotonic clock. Confined to the connection's event loop.
 */
final class Progress {
  private static final double NANOS = 1e9;

  private final long headNanos;
  private final long idleNanos;
  private final long windowNanos;
  private final double bytesInWindow;

  private Phase phase = Phase.HEAD;

  /** Of the phase, or of the body's window. */
  private long since;

  private long lastCame;
  private long bodyBytes;
  private long takenSince;
  private long takenBefore;

  /** A connection that was just made owes its first head. */
  Progress(FrontProperties limits, long now) {
    headNanos = limits.headTime().toNanos();
    idleNanos = limits.idleTime().toNanos();
    windowNanos = limits.window().toNanos();
    bytesInWindow = limits.rate().toBytes() * (windowNanos / NANOS);
    since = now;
    lastCame = now;
    takenSince = now;
  }

  private enum Phase {
    IDLE,
    HEAD,
    BODY,
    /** The request is here; the answer is ours to make. */
    COMPLETE
  }

  /** Why a connection is cut off. */
  enum Slowness {
    HEAD,
    BODY,
    RESPONSE,
    IDLE
  }

  /** Some bytes came, whatever they are. */
  void bytesCame(long now) {
    lastCame = now;
    if (phase == Phase.IDLE) {
      phase = Phase.HEAD;
      since = now;
    }
  }

  /** When the last bytes came. */
  long lastCame() {
    return lastCame;
  }

  void headCame(long now) {
    phase = Phase.BODY;
    since = now;
    bodyBytes = 0;
  }

  /** Bytes of content, without what frames them. */
  void bodyCame(int bytes) {
    bodyBytes += bytes;
  }

  void requestCame() {
    phase = Phase.COMPLETE;
  }

  void exchangeEnded(long now) {
    phase = Phase.IDLE;
    since = now;
  }

  boolean isIdle() {
    return phase == Phase.IDLE;
  }

  long since() {
    return since;
  }

  /**
   * @param reading whether we read from the client: what we do not read, he cannot send
   * @param pending bytes of responses that the client has not taken
   * @param taken bytes of responses that he took since the connection was made
   */
  Optional<Slowness> judge(long now, boolean reading, long pending, long taken) {
    if (pending == 0) {
      takenSince = now;
      takenBefore = taken;
    } else if (now - takenSince >= windowNanos) {
      if (taken - takenBefore < bytesInWindow) {
        return Optional.of(Slowness.RESPONSE);
      }
      takenSince = now;
      takenBefore = taken;
    }
    return switch (phase) {
      case HEAD -> late(now, headNanos, Slowness.HEAD);
      case IDLE -> pending == 0 ? late(now, idleNanos, Slowness.IDLE) : Optional.empty();
      case BODY -> body(now, reading);
      case COMPLETE -> Optional.empty();
    };
  }

  private Optional<Slowness> late(long now, long allowed, Slowness slowness) {
    return now - since >= allowed ? Optional.of(slowness) : Optional.empty();
  }

  private Optional<Slowness> body(long now, boolean reading) {
    if (reading && now - since < windowNanos) {
      return Optional.empty();
    }
    if (reading && bodyBytes < bytesInWindow) {
      return Optional.of(Slowness.BODY);
    }
    since = now;
    bodyBytes = 0;
    return Optional.empty();
  }
}
