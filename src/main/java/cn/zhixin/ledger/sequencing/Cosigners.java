package cn.zhixin.ledger.sequencing;

import cn.zhixin.ledger.LedgerUnavailable;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.TileSource;

/** Has others sign a checkpoint before it is published. */
@FunctionalInterface
public interface Cosigners {
  /**
   * The note with the cosignatures that came.
   *
   * @param tiles with those of the checkpoint's tree
   * @throws LedgerUnavailable if fewer came than are wanted
   */
  SignedNote cosigned(Checkpoint head, SignedNote note, TileSource tiles) throws LedgerUnavailable;

  /** Nobody else signs. */
  static Cosigners none() {
    return (head, note, tiles) -> note;
  }
}
