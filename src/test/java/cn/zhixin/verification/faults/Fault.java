package cn.zhixin.verification.faults;

/** What may be wrong: with the way to a server, with what Redis holds, or with a node itself. */
enum Fault {
  REDIS_CUT,
  REDIS_STALLED,
  REDIS_REQUESTS_LOST,
  REDIS_ANSWERS_LOST,
  REDIS_SLOW,
  REDIS_STOPPED,
  REDIS_KILLED,
  REDIS_FLUSHED,
  REDIS_PUT_BACK,
  REDIS_POISONED,
  /** As a replica does that lags: again and again it has what it had when the fault began. */
  REDIS_LAGS,
  POSTGRES_CUT,
  POSTGRES_STALLED,
  POSTGRES_REQUESTS_LOST,
  POSTGRES_ANSWERS_LOST,
  POSTGRES_SLOW,
  /** Whoever reads the node's clock stands still from then on, with what he read. */
  NODE_PAUSED,
  /** Each reading of the node's clock takes a while. */
  NODE_SLOW,
  CLOCK_FORWARD,
  CLOCK_BACK;

  boolean isOfRedis() {
    return name().startsWith("REDIS_");
  }

  boolean isOfPostgres() {
    return name().startsWith("POSTGRES_");
  }

  /** What it means for a node's way, if that is where it is. */
  FaultyWay.State way() {
    return switch (this) {
      case REDIS_CUT, POSTGRES_CUT -> FaultyWay.State.CUT;
      case REDIS_STALLED, POSTGRES_STALLED -> FaultyWay.State.STALLED;
      case REDIS_REQUESTS_LOST, POSTGRES_REQUESTS_LOST -> FaultyWay.State.REQUESTS_LOST;
      case REDIS_ANSWERS_LOST, POSTGRES_ANSWERS_LOST -> FaultyWay.State.ANSWERS_LOST;
      case REDIS_SLOW, POSTGRES_SLOW -> FaultyWay.State.SLOW;
      default -> FaultyWay.State.OPEN;
    };
  }
}
