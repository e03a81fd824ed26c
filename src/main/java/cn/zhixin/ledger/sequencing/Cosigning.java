package cn.zhixin.ledger.sequencing;

import cn.zhixin.ledger.LedgerUnavailable;
import cn.zhixin.ledger.merkle.NodeReader;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.SignedNote;

/** Has others sign a checkpoint before it is published. */
@FunctionalInterface
public interface Cosigning {
  /**
   * The note with the cosignatures that came.
   *
   * @param nodes of the tree of the checkpoint
   * @throws LedgerUnavailable if fewer came than are wanted
   */
  SignedNote cosigned(Checkpoint head, SignedNote note, NodeReader nodes) throws LedgerUnavailable;

  /** Nobody else signs. */
  static Cosigning none() {
    return (head, note, nodes) -> note;
  }
}
