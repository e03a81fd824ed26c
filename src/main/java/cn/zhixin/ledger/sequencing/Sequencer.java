package cn.zhixin.ledger.sequencing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerContradiction;
import cn.zhixin.ledger.LedgerUnavailable;
import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.MalformedTile;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.ledger.tile.TileNodes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Moves the ledger forward, one checkpoint after another. What is durable after each step:
 *
 * <ol>
 *   <li>waiting entries get their places: one transaction
 *   <li>the tiles that these entries add are written and forced to disk
 *   <li>the checkpoint is signed, by witnesses too if there are any
 *   <li>it becomes the present one: one insert
 * </ol>
 *
 * Killed anywhere, the next one finds the places as they are and makes the same tiles.
 */
final class Sequencer {
  /** Entries under one checkpoint; more wait for the next. */
  private static final int MOST = 4096;

  private final SequencerLock lock;
  private final JdbcEntries entries;
  private final JdbcCheckpoints checkpoints;
  private final LedgerFolder folder;
  private final List<CheckpointSigner> signers;
  private final Cosigners cosigners;
  private final InstantSource clock;

  /**
   * @param signers the log's own keys, all of one name; the first an Ed25519 key
   */
  Sequencer(
      SequencerLock lock,
      JdbcEntries entries,
      JdbcCheckpoints checkpoints,
      LedgerFolder folder,
      List<CheckpointSigner> signers,
      Cosigners cosigners,
      InstantSource clock) {
    this.lock = lock;
    this.entries = entries;
    this.checkpoints = checkpoints;
    this.folder = folder;
    this.signers = List.copyOf(signers);
    this.cosigners = cosigners;
    this.clock = clock;
  }

  /**
   * Enters all that waits; the last checkpoint it made, or the one that is there.
   *
   * @throws LedgerUnavailable also if the ledger has no entry yet
   */
  PublishedCheckpoint publish() throws LedgerUnavailable {
    return explained(() -> lock.with(this::publishLocked));
  }

  /** Looks whether the folder has what the database says was published, and no more. */
  void inspect() throws LedgerUnavailable {
    explained(
        () -> {
          Optional<PublishedCheckpoint> present = checkpoints.latest();
          requireNewerThanFolder(size(present));
          if (present.isPresent()) {
            requireTiles(present.get().head());
          }
          return present;
        });
  }

  private static <T> T explained(Step<T> step) throws LedgerUnavailable {
    try {
      return step.run();
    } catch (SQLException | DataAccessException | TransactionException e) {
      throw new LedgerUnavailable("the ledger waits for the database", e);
    } catch (IOException e) {
      String message = "the ledger's folder: " + e.getMessage();
      throw e.getCause() instanceof MalformedTile
          ? new LedgerContradiction(message, e)
          : new LedgerUnavailable(message, e);
    } catch (IllegalStateException e) {
      throw new LedgerContradiction(String.valueOf(e.getMessage()), e);
    }
  }

  private PublishedCheckpoint publishLocked() throws IOException, LedgerUnavailable {
    Optional<PublishedCheckpoint> present = checkpoints.latest();
    requireNewerThanFolder(size(present));
    while (true) {
      long published = size(present);
      long placed = entries.givePlaces(MOST);
      if (placed == published) {
        return present.orElseThrow(() -> new LedgerUnavailable("the ledger has no entry yet"));
      }
      present = Optional.of(extend(present, placed));
    }
  }

  private PublishedCheckpoint extend(Optional<PublishedCheckpoint> present, long size)
      throws IOException, LedgerUnavailable {
    long before = size(present);
    if (present.isPresent()) {
      requireTiles(present.get().head());
    }
    List<Bytes> added = entries.encoded(before, size);
    Map<Tile, Bytes> tiles = grow(before, added);
    folder.tiles().write(tiles);
    Digest root = new MerkleTree(new TileNodes(folder.tiles(), size), size).root();
    Checkpoint head = new Checkpoint(signers.get(0).key().name(), size, root);
    SignedNote own =
        new SignedNote(head.text(), signers.stream().map(signer -> signer.sign(head)).toList());
    SignedNote note = cosigners.cosigned(head, own, folder.tiles());
    PublishedCheckpoint next =
        new PublishedCheckpoint(head, note, clock.instant().truncatedTo(ChronoUnit.MICROS));
    checkpoints.publish(next);
    folder.advance(head, note);
    for (Tile tile : tiles.keySet()) {
      if (tile.isFull()) {
        folder.tiles().dropPartials(tile);
      }
    }
    return next;
  }

  private static long size(Optional<PublishedCheckpoint> present) {
    return present.map(checkpoint -> checkpoint.head().size()).orElse(0L);
  }

  private Map<Tile, Bytes> grow(long before, List<Bytes> added) throws IOException {
    try {
      return new TileGrowth(folder.tiles()).added(before, added);
    } catch (MalformedTile e) {
      throw new IllegalStateException("the ledger's folder is damaged: " + e.getMessage(), e);
    }
  }

  /** A folder that was exchanged or damaged must not be continued. */
  private void requireTiles(Checkpoint head) throws IOException {
    Digest root = new MerkleTree(new TileNodes(folder.tiles(), head.size()), head.size()).root();
    if (!root.equals(head.root())) {
      throw new IllegalStateException(
          "the tiles in the ledger's folder do not lead to its checkpoint of " + head.size());
    }
  }

  /** A database that was restored from before must not give the same places again. */
  private void requireNewerThanFolder(long published) throws IOException {
    long inFolder = folder.size();
    if (inFolder > published) {
      throw new IllegalStateException(
          "the ledger's folder has "
              + inFolder
              + " entries and the database "
              + published
              + ": the database is older than what it published");
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    T run() throws SQLException, IOException, LedgerUnavailable;
  }
}
