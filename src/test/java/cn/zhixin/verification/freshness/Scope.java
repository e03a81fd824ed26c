package cn.zhixin.verification.freshness;

/**
 * How small the world is.
 *
 * @param firstVersion of the certificate that is asked for; 0: it is issued during the walk
 * @param changes of it
 * @param others changes of other certificates
 * @param page entries of the feed at once
 * @param clocks what may befall a node's
 * @param reads whether requests go on to the registry, with reads that began at any time
 * @param putBack whether the database may be put back to any earlier state once, a restart of it
 *     without a loss included
 */
record Scope(
    String name,
    int nodes,
    int firstVersion,
    int changes,
    int others,
    int page,
    Clocks clocks,
    boolean reads,
    boolean putBack) {
  /** Time passes on all machines alike, or they may sleep, or their clocks may lose a tick too. */
  enum Clocks {
    RIGHT,
    SLEEP,
    SLEEP_AND_SLOW
  }

  @Override
  public String toString() {
    return name;
  }
}
