package cn.zhixin.ledger;

import java.io.IOException;

/**
 * The ledger as the office has it: it enters what happened, and proves it. Safe for all threads.
 */
public interface Ledger {
  /**
   * Enters what waits in the queue and publishes it, in the fewest checkpoints.
   *
   * @return a checkpoint under which everything is that was queued and committed before the call
   * @throws LedgerUnavailable if that cannot be now; nothing is lost
   * @throws LedgerContradiction if the ledger would contradict what it has published
   */
  PublishedCheckpoint publish() throws LedgerUnavailable;

  /**
   * Looks whether database and folder fit each other.
   *
   * @throws LedgerContradiction if they do not
   */
  void inspect() throws LedgerUnavailable;

  /** Whether something is queued, or has its place, and is under no checkpoint yet. */
  boolean isWaiting();

  /** Makes proofs that lead to a checkpoint. */
  Prover prover(PublishedCheckpoint checkpoint);

  /** Proves issues that are under one checkpoint. Confined to one thread. */
  @FunctionalInterface
  interface Prover {
    /**
     * @param salt of the certificate
     * @param place of its issue, under the checkpoint
     * @throws IOException if the tiles cannot be read
     */
    LedgerProof prove(Salt salt, LedgerPlace place) throws IOException;
  }
}
