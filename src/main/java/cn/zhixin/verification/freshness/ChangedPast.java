package cn.zhixin.verification.freshness;

/**
 * The feed does not hold what was read in it before: the database was restored from a backup, or a
 * standby took over that had not received everything.
 */
final class ChangedPast extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChangedPast(long position) {
    super("the feed of states has another entry, or none, at position " + position);
  }
}
