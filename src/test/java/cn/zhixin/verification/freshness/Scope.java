package cn.zhixin.verification.freshness;

/**
 * How small the world is.
 *
 * @param firstVersion of the certificate that is asked for; 0: it is issued during the walk
 * @param changes of it
 * @param others changes of other certificates
 * @param page entries of the feed at once
 * @param slow whether a node's clocks may lose a tick
 * @param reads whether requests go on to the registry, with reads that began at any time
 */
record Scope(
    String name,
    int nodes,
    int firstVersion,
    int changes,
    int others,
    int page,
    boolean slow,
    boolean reads) {
  @Override
  public String toString() {
    return name;
  }
}
