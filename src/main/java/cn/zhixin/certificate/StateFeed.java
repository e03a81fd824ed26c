package cn.zhixin.certificate;

import java.util.List;
import java.util.Map;

/**
 * All changes of state, numbered in the order of their commits: whoever has read up to a position
 * has missed nothing before it.
 */
public interface StateFeed {
  /** One entry per event: also {@code ISSUED}, with version 1. */
  record Entry(long position, VerificationCode code, int version) {}

  /**
   * @param position the feed's position when the snapshot was taken
   * @param versions of every certificate whose version is above 1
   */
  record Snapshot(long position, Map<VerificationCode, Integer> versions) {}

  /** One consistent snapshot from the primary. */
  Snapshot snapshot();

  /** Entries after the position, oldest first, at most {@code limit}. */
  List<Entry> after(long position, int limit);
}
