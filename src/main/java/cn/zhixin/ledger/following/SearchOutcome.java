package cn.zhixin.ledger.following;

import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.note.Checkpoint;
import java.util.List;

/** What looking for a certificate in a ledger came to. */
public sealed interface SearchOutcome
    permits SearchOutcome.Found, SearchOutcome.NotThere, NotConfirmed {
  /**
   * The certificate's issue is in the ledger.
   *
   * @param place of its issue
   * @param later what happened to it since, in order
   * @param head of the ledger that was searched to its end
   */
  record Found(LedgerPlace place, List<Event> later, Checkpoint head) implements SearchOutcome {
    public Found {
      later = List.copyOf(later);
    }

    /** Of the last event. */
    public LeafKind lastKind() {
      return later.isEmpty() ? LeafKind.ISSUED : later.get(later.size() - 1).leaf().kind();
    }
  }

  /** The ledger, as signed, has another entry or none at the place that the proof names. */
  record NotThere(long index, Checkpoint head) implements SearchOutcome {}

  /**
   * @param index zero-based
   */
  record Event(long index, LedgerLeaf leaf) {}
}
