package cn.zhixin.verification.freshness;

import org.jspecify.annotations.Nullable;

/**
 * The registry, as far as its feed and its writers go.
 *
 * @param feed in the order of positions: X for a change of the certificate that is asked for, O for
 *     another's; small letters have their position and are not committed
 * @param firstVersion of the certificate, 0 if it is not issued yet
 * @param acknowledged version that the last acknowledged change made
 * @param sinceCommit ticks since the last change of the certificate was committed
 * @param restore null while the database was not put back
 */
record Office(
    String feed, int firstVersion, int acknowledged, int sinceCommit, @Nullable Restore restore) {
  /**
   * The database was put back. What was acknowledged and is lost is owed no more: it must be made
   * again.
   *
   * @param kept version of the certificate that it was put back to
   * @param lost the last version of the lost future
   * @param since ticks
   */
  record Restore(int kept, int lost, int since) {}

  static Office start(int firstVersion) {
    return new Office("", firstVersion, firstVersion, 0, null);
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

  /** Which run of the database this is. */
  int history() {
    return restore == null ? 0 : 1;
  }

  /** Whether every lease from before the database was put back is over by the office's clock. */
  boolean isSettled() {
    return restore != null && restore.since() >= Rules.LEASE + Rules.MARGIN;
  }

  Office takes(char kind) {
    String now = feed + Character.toLowerCase(kind);
    return new Office(now, firstVersion, acknowledged, sinceCommit, restore);
  }

  Office commits(char kind) {
    String now = feed.replace(Character.toLowerCase(kind), kind);
    return new Office(now, firstVersion, acknowledged, kind == 'X' ? 0 : sinceCommit, restore);
  }

  Office acknowledges() {
    return new Office(feed, firstVersion, version(), 0, restore);
  }

  Office tick() {
    boolean waits = version() > acknowledged;
    int most = Rules.LEASE + Rules.MARGIN;
    int since = waits ? Math.min(sinceCommit + 1, most) : 0;
    Restore ago =
        restore == null
            ? null
            : new Restore(restore.kept(), restore.lost(), Math.min(restore.since() + 1, most));
    return new Office(feed, firstVersion, acknowledged, since, ago);
  }

  /** As a backup does that was made when that position was the last. */
  Office putBack(int to) {
    int reached = version();
    int kept = new Office(feed.substring(0, to), firstVersion, 0, 0, null).version();
    return new Office(
        feed.substring(0, to),
        firstVersion,
        Math.min(acknowledged, kept),
        sinceCommit,
        new Restore(kept, reached, 0));
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
