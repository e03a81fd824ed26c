package cn.zhixin.ledger.sequencing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.storage.DurableFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * The log as files, as a web server or a mirror would serve them. The database's checkpoint is the
 * one that counts; the file follows it, and never goes back.
 */
final class LedgerFolder {
  private static final String CHECKPOINT = "checkpoint";
  private static final String LOCK = "checkpoint.lock";

  private final FolderTiles tiles;
  private final DurableFolder folder;

  LedgerFolder(Path root) {
    this.tiles = new FolderTiles(root);
    this.folder = new DurableFolder(root);
  }

  FolderTiles tiles() {
    return tiles;
  }

  /** Leaves of the checkpoint in the folder; 0 if there is none. */
  long size() throws IOException {
    Optional<Bytes> file = folder.read(CHECKPOINT);
    if (file.isEmpty()) {
      return 0;
    }
    try {
      return Checkpoint.parse(SignedNote.parse(file.get()).text()).size();
    } catch (MalformedNote e) {
      throw new IOException(folder.path(CHECKPOINT) + ": " + e.getMessage(), e);
    }
  }

  /** Puts a checkpoint into the folder, unless one as large is there or somebody else does so. */
  synchronized void advance(Checkpoint head, SignedNote note) throws IOException {
    Path file = folder.path(LOCK);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null && size() < head.size()) {
        folder.write(Map.of(CHECKPOINT, Bytes.ofUtf8(note.encoded())));
      }
    }
  }
}
