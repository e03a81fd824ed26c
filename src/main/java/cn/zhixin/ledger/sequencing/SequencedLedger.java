package cn.zhixin.ledger.sequencing;

import cn.zhixin.ledger.Ledger;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.LedgerUnavailable;
import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.tile.TileNodes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The ledger in PostgreSQL and a folder. */
public final class SequencedLedger implements Ledger {
  private final Sequencer sequencer;
  private final JdbcEntries entries;
  private final LedgerFolder folder;

  /**
   * @param transactions each a transaction of its own, never the caller's
   * @param root folder of tiles and checkpoint, the same for all processes
   * @param signers the log's own keys
   */
  public SequencedLedger(
      DataSource database,
      TransactionOperations transactions,
      Path root,
      List<CheckpointSigner> signers,
      Cosigners cosigners,
      InstantSource clock) {
    JdbcClient jdbc = JdbcClient.create(database);
    this.folder = new LedgerFolder(root);
    this.entries = new JdbcEntries(jdbc, transactions, clock);
    this.sequencer =
        new Sequencer(
            new SequencerLock(database),
            entries,
            new JdbcCheckpoints(jdbc),
            folder,
            signers,
            cosigners,
            clock);
  }

  @Override
  public PublishedCheckpoint publish() throws LedgerUnavailable {
    return sequencer.publish();
  }

  @Override
  public void inspect() throws LedgerUnavailable {
    sequencer.inspect();
  }

  @Override
  public boolean isWaiting() {
    return entries.isWaiting();
  }

  @Override
  public Prover prover(PublishedCheckpoint checkpoint) {
    long size = checkpoint.head().size();
    MerkleTree tree = new MerkleTree(new TileNodes(folder.tiles(), size), size);
    return (salt, place) ->
        new LedgerProof(
            salt,
            place.at(),
            place.index(),
            tree.inclusionProof(place.index()).path(),
            checkpoint.note());
  }
}
