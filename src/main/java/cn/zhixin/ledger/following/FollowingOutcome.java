package cn.zhixin.ledger.following;

import java.util.List;

/** What following a ledger once came to. */
public sealed interface FollowingOutcome permits FollowingOutcome.UpToDate, NotConfirmed {
  /**
   * All is as it must be, from the last state to this one.
   *
   * @param state to be kept for the next time
   * @param entries that are new since the last time
   * @param cosigners names of the trusted witnesses that signed the checkpoint
   */
  record UpToDate(FollowedState state, EntryCounts entries, List<String> cosigners)
      implements FollowingOutcome {
    public UpToDate {
      cosigners = List.copyOf(cosigners);
    }
  }
}
