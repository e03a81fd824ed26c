package cn.zhixin.verification.faults;

/** What may be wrong, one thing at a time. */
enum Fault {
  NONE,
  REDIS_CUT,
  REDIS_STALLED,
  REDIS_ANSWERS_LOST,
  REDIS_SLOW,
  REDIS_STOPPED,
  REDIS_KILLED,
  REDIS_FLUSHED,
  REDIS_PUT_BACK,
  REDIS_POISONED,
  POSTGRES_CUT,
  POSTGRES_STALLED,
  POSTGRES_ANSWERS_LOST,
  POSTGRES_SLOW;

  boolean isOfRedisAlone() {
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
      case REDIS_ANSWERS_LOST, POSTGRES_ANSWERS_LOST -> FaultyWay.State.ANSWERS_LOST;
      case REDIS_SLOW, POSTGRES_SLOW -> FaultyWay.State.SLOW;
      default -> FaultyWay.State.OPEN;
    };
  }
}
