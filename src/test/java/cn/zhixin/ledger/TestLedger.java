package cn.zhixin.ledger;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.sequencing.Cosigners;
import cn.zhixin.ledger.sequencing.SequencedLedger;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.Tiles;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A real ledger on a test's database and folder. */
public final class TestLedger {
  public static final String NAME = "test.example/ledger";

  /** One for all, so that what one made another continues. */
  public static final CheckpointSigner SIGNER =
      CheckpointSigner.log(NAME, Ed25519PrivateKey.generate(new SecureRandom()));

  public static final CheckpointPolicy POLICY = CheckpointPolicy.of(SIGNER.key());

  private TestLedger() {}

  /** All published leaves, read from the files by the present checkpoint, whose root is checked. */
  public static List<LedgerLeaf> leaves(Path folder) throws Exception {
    return leaves(folder, POLICY);
  }

  /** The same of a log with another key. */
  public static List<LedgerLeaf> leaves(Path folder, CheckpointPolicy policy) throws Exception {
    SignedNote note =
        SignedNote.parse(Bytes.wrap(Files.readAllBytes(folder.resolve("checkpoint"))));
    Checkpoint head = ((CheckpointFinding.Trusted) policy.check(note)).checkpoint();
    Tiles tiles = new Tiles(new FolderTiles(folder));
    Frontier frontier = new Frontier();
    List<LedgerLeaf> leaves = new ArrayList<>();
    for (Tile tile : Tile.added(0, head.size())) {
      if (tile.isEntries()) {
        for (Bytes entry : tiles.entries(tile)) {
          frontier.append(TreeHash.leaf(entry));
          leaves.add(LedgerLeaf.decode(entry));
        }
      }
    }
    if (!frontier.root().equals(head.root()) || leaves.size() != head.size()) {
      throw new AssertionError("the entries do not lead to the checkpoint");
    }
    return leaves;
  }

  public static SequencedLedger on(DataSource database, Path folder) {
    return on(database, folder, List.of(SIGNER), Cosigners.none());
  }

  public static SequencedLedger on(
      DataSource database, Path folder, List<CheckpointSigner> signers, Cosigners cosigners) {
    return on(database, folder, signers, cosigners, Clock.systemUTC());
  }

  public static SequencedLedger on(
      DataSource database,
      Path folder,
      List<CheckpointSigner> signers,
      Cosigners cosigners,
      InstantSource clock) {
    TransactionTemplate transactions =
        new TransactionTemplate(new JdbcTransactionManager(database));
    transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new SequencedLedger(database, transactions, folder, signers, cosigners, clock);
  }
}
