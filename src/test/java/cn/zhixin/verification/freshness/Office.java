package cn.zhixin.verification.freshness;

/**
 * The registry, as far as its feed and its writers go.
 *
 * @param feed in the order of positions: X for a change of the certificate that is asked for, O for
 *     another's; small letters have their position and are not committed
 * @param firstVersion of the certificate, 0 if it is not issued yet
 * @param acknowledged version that the last acknowledged change made
 * @param sinceCommit ticks since the last change of the certificate was committed
 */
record Office(String feed, int firstVersion, int acknowledged, int sinceCommit) {
  static Office start(int firstVersion) {
    return new Office("", firstVersion, firstVersion, 0);
  }

  boolean somebodyHasNotCommitted() {
    return feed.contains("x") || feed.contains("o");
  }

  int version() {
    return firstVersion + count('X');
  }

  int count(char kind) {
    return (int) feed.chars().filter(c -> c == kind).count();
  }

  int begun(char kind) {
    return count(kind) + count(Character.toLowerCase(kind));
  }

  Office takes(char kind) {
    return new Office(feed + Character.toLowerCase(kind), firstVersion, acknowledged, sinceCommit);
  }

  Office commits(char kind) {
    String now = feed.replace(Character.toLowerCase(kind), kind);
    return new Office(now, firstVersion, acknowledged, kind == 'X' ? 0 : sinceCommit);
  }

  Office acknowledges() {
    return new Office(feed, firstVersion, version(), 0);
  }

  Office tick() {
    boolean waits = version() > acknowledged;
    int since = waits ? Math.min(sinceCommit + 1, Rules.LEASE + Rules.MARGIN) : 0;
    return new Office(feed, firstVersion, acknowledged, since);
  }

  /** The version that the event at a position made; 0 for another certificate's. */
  int versionAt(int position) {
    return Character.toUpperCase(feed.charAt(position - 1)) == 'X'
        ? firstVersion
            + (int) feed.substring(0, position).toUpperCase().chars().filter(c -> c == 'X').count()
        : 0;
  }

  boolean isCommitted(int position) {
    return Character.isUpperCase(feed.charAt(position - 1));
  }
}
