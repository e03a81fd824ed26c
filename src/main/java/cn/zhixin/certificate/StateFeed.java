package cn.zhixin.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/**
 * All changes of state, numbered in the order of their commits: whoever has read up to a position
 * has missed nothing before it.
 */
public interface StateFeed {
  /**
   * One entry per event: also {@code ISSUED}, with version 1.
   *
   * @param at when it happened; a feed that was put back to an older state and went on from there
   *     has another entry at the same position
   */
  record Entry(long position, VerificationCode code, int version, Instant at) {}

  /**
   * Which run of the database this is: another one each time that its server was started, its
   * database or its tables were made anew, or another server took over. A database that was put
   * back to an older state has always come by one of these ways; one that goes on under the same
   * number has lost nothing that was read from it.
   */
  long history();

  /**
   * One consistent snapshot from the primary.
   *
   * @param changed is given every certificate whose version is above 1, with its version
   * @return the feed's last entry when the snapshot was taken; empty if it has none
   */
  Optional<Entry> snapshot(ObjIntConsumer<VerificationCode> changed);

  /** Entries after the position, oldest first, at most {@code limit}. */
  List<Entry> after(long position, int limit);
}
