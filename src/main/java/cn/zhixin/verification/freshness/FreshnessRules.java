package cn.zhixin.verification.freshness;

import org.jspecify.annotations.Nullable;

/** The decisions of the freshness protocol, as functions of what a node knows. */
public final class FreshnessRules {
  private FreshnessRules() {}

  /**
   * Whether an authentic entry, however old, may be the answer to a request.
   *
   * @param lease the node's last, read before {@code known}
   * @param now read after the request began
   * @param entryHistory the database's when what the entry shows was read
   * @param entryVersion version of the state that the entry shows
   * @param knownVersion version that the node's map gives for the certificate
   */
  public static boolean mayUse(
      @Nullable Lease lease, Moment now, long entryHistory, int entryVersion, int knownVersion) {
    return lease != null
        && lease.holdsAt(now)
        && entryHistory == lease.history()
        && entryVersion >= knownVersion;
  }

  /**
   * Whether a page of the feed was its end, so that the map now holds all that was committed when
   * the query was sent. A full page may have left entries behind: it earns no lease.
   */
  public static boolean caughtUp(int received, int limit) {
    return received < limit;
  }
}
