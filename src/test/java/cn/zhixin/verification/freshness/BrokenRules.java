package cn.zhixin.verification.freshness;

import java.util.Map;

/** The rules, each time with another one broken. */
final class BrokenRules {
  static final Map<String, Rules> ALL =
      Map.ofEntries(
          Map.entry(
              "positions are given before others committed",
              new Rules() {
                @Override
                boolean mayTakePosition(Office office) {
                  return true;
                }
              }),
          Map.entry(
              "the map is not loaded at the start",
              new Rules() {
                @Override
                int loadedAtStart(int version) {
                  return 1;
                }
              }),
          Map.entry(
              "the lease counts from the answer",
              new Rules() {
                @Override
                Ago leaseFrom(Ago sent) {
                  return Ago.NOW;
                }
              }),
          Map.entry(
              "a full page earns a lease",
              new Rules() {
                @Override
                int fullPage(int page) {
                  return page + 1;
                }
              }),
          Map.entry(
              "an entry is checked before the request began",
              new Rules() {
                @Override
                boolean mayCheckBeforeTheRequest() {
                  return true;
                }
              }),
          Map.entry(
              "the writer does not wait",
              new Rules() {
                @Override
                boolean mayAcknowledge(int sinceCommit) {
                  return true;
                }
              }),
          Map.entry(
              "the writer waits half of the margin only",
              new Rules() {
                @Override
                boolean mayAcknowledge(int sinceCommit) {
                  return sinceCommit >= LEASE + MARGIN / 2;
                }
              }),
          Map.entry(
              "sleep stays unseen",
              new Rules() {
                @Override
                int seenSleep(int slept) {
                  return 0;
                }
              }),
          Map.entry(
              "a joined read that began too early is taken for new",
              new Rules() {
                @Override
                boolean seesThatTheReadIsOlder(boolean older) {
                  return false;
                }
              }),
          Map.entry(
              "the feed does not tell of issues",
              new Rules() {
                @Override
                boolean feedTellsOfIssues() {
                  return false;
                }
              }),
          Map.entry(
              "what was not found before the load is remembered",
              new Rules() {
                @Override
                boolean mayRememberFromBeforeTheLoad() {
                  return true;
                }
              }),
          Map.entry(
              "an entry of a lost future is used",
              new Rules() {
                @Override
                int historyOfEntry(int entry, int lease) {
                  return lease;
                }
              }),
          Map.entry(
              "an entry carries the history known after its read",
              new Rules() {
                @Override
                boolean mayTakeTheHistoryAfterTheRead() {
                  return true;
                }
              }),
          Map.entry(
              "a lease carries the history asked for before its page",
              new Rules() {
                @Override
                boolean asksForTheHistoryFirst() {
                  return true;
                }
              }),
          Map.entry(
              "the last entry seen is not read again",
              new Rules() {
                @Override
                boolean readsTheLastEntryAgain() {
                  return false;
                }
              }));

  private BrokenRules() {}
}
