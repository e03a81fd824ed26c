package cn.zhixin.verification.freshness;

/**
 * The rules of {@code src/docs/freshness.md} where the walk obeys them. A mutant breaks one by
 * overriding one method; what a node decides for itself is decided by the program's own code.
 *
 * <p>Times are in ticks: half of the margin for sleep that stays unseen, half for slow clocks.
 */
class Rules {
  static final int LEASE = 2;
  static final int MARGIN = 2;

  /** Positions are given in the order of commits. */
  boolean mayTakePosition(Office office) {
    return !office.somebodyHasNotCommitted();
  }

  boolean mayAcknowledge(int sinceCommit) {
    return sinceCommit >= LEASE + MARGIN;
  }

  /** The map is loaded at the start. */
  int loadedAtStart(int version) {
    return version;
  }

  /** The lease counts from before the send. */
  Ago leaseFrom(Ago sent) {
    return sent;
  }

  /** A page of so many is full and earns no lease. */
  int fullPage(int page) {
    return page;
  }

  /** Sleep voids the lease. */
  int seenSleep(int slept) {
    return slept;
  }

  /** An entry is checked after the request began, not before. */
  boolean mayCheckBeforeTheRequest() {
    return false;
  }

  /** Who joins a read that began before him does not take its result for new. */
  boolean seesThatTheReadIsOlder(boolean older) {
    return older;
  }

  /** The feed tells of new certificates. */
  boolean feedTellsOfIssues() {
    return true;
  }

  /** "Not found" out of a read that began before the map was loaded is not remembered. */
  boolean mayRememberFromBeforeTheLoad() {
    return false;
  }

  /** An entry is used only if it is of the lease's history. */
  int historyOfEntry(int entry, int lease) {
    return entry;
  }

  /** The history that an entry carries was known before its read began. */
  boolean mayTakeTheHistoryAfterTheRead() {
    return false;
  }

  /** The history that a lease carries was asked for after the page, not before. */
  boolean asksForTheHistoryFirst() {
    return false;
  }

  /** The last entry of the feed that was seen is read again with each page. */
  boolean readsTheLastEntryAgain() {
    return true;
  }
}
