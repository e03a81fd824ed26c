package cn.zhixin.verification.freshness;

/**
 * What a node has of the feed.
 *
 * @param lease when it was earned from
 * @param history of the database that it is of, −1 without one
 * @param position of the last entry, −1 before the map is loaded
 * @param lost whether that entry is of a future that the database was put back from
 * @param known version of the certificate in the map
 * @param ofIssue whether the feed told that it was issued
 * @param pastChanged whether the node saw that the database was put back, and gave up its lease
 */
record Heard(
    Ago lease,
    int history,
    int position,
    boolean lost,
    int known,
    boolean ofIssue,
    boolean pastChanged) {
  static final int NO_HISTORY = -1;
  static final Heard NOTHING = new Heard(Ago.LONG, NO_HISTORY, -1, false, 1, false, false);

  boolean isLoaded() {
    return position >= 0;
  }

  Heard with(Ago earned) {
    return new Heard(earned, history, position, lost, known, ofIssue, pastChanged);
  }

  /** As it was when the node knew that history, or none. */
  Heard under(int earlier) {
    return earlier == NO_HISTORY
        ? NOTHING
        : new Heard(lease, earlier, position, lost, known, ofIssue, false);
  }

  /** After the database was put back to what it was at a position. */
  Heard putBack(int to) {
    return new Heard(lease, history, position, lost || position > to, known, ofIssue, pastChanged);
  }
}
