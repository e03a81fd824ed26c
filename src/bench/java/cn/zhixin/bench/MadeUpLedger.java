package cn.zhixin.bench;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.ledger.tile.TileNodes;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The public ledger of a made-up registry, so that the service can go on where it ends: its tiles
 * (of the entries only what is still to grow), its head and a checkpoint. The checkpoint is signed
 * by a key of the moment: whoever continues a ledger looks at tree and size.
 */
final class MadeUpLedger {
  /** So many entries at a time fill whole tiles of two levels. */
  private static final int STEP = Tile.FULL * Tile.FULL;

  private final DataSource database;
  private final FolderTiles tiles;
  private final TileGrowth growth;
  private final Path folder;
  private long size;

  MadeUpLedger(DataSource database, Path folder) {
    this.database = database;
    this.folder = folder;
    this.tiles = new FolderTiles(folder);
    this.growth = new TileGrowth(tiles);
  }

  /**
   * @param origin by which the ledger is known
   */
  void publish(String origin) throws Exception {
    readEntries();
    Digest root = new MerkleTree(new TileNodes(tiles, size), size).root();
    Checkpoint head = new Checkpoint(origin, size, root);
    CheckpointSigner signer =
        CheckpointSigner.log(origin, Ed25519PrivateKey.generate(new SecureRandom()));
    SignedNote note = new SignedNote(head.text(), List.of(signer.sign(head)));
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql(
            "update ledger_head set last = ?,"
                + " entered_at = (select max(entered_at) from ledger_entry)")
        .param(size)
        .update();
    jdbc.sql("insert into ledger_checkpoint (size, note, published_at) values (?, ?, now())")
        .param(size)
        .param(note.encoded())
        .update();
  }

  private void readEntries() throws Exception {
    try (Connection connection = database.getConnection()) {
      // a cursor needs a transaction
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select issuer, entered_at, subject from ledger_entry order by leaf_index")) {
        statement.setFetchSize(10_000);
        List<Bytes> entries = new ArrayList<>(STEP);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            entries.add(entry(row));
            if (entries.size() == STEP) {
              grow(entries);
            }
          }
        }
        grow(entries);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static Bytes entry(ResultSet row) throws SQLException {
    return new LedgerLeaf(
            LeafKind.ISSUED,
            row.getInt("issuer"),
            row.getObject("entered_at", OffsetDateTime.class).toInstant(),
            new Digest(Bytes.wrap(row.getBytes("subject"))),
            Optional.empty())
        .encoded();
  }

  private void grow(List<Bytes> entries) throws Exception {
    if (!entries.isEmpty()) {
      LargeLedger.write(folder, growth.added(size, entries));
      size += entries.size();
      entries.clear();
    }
  }
}
