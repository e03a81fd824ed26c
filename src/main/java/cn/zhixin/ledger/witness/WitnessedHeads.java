package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.storage.DurableFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint of each log that a witness cosigned last: a file a log, named by the SHA-256 of
 * its origin, with the note as the log signed it. One process has the folder for itself. Not safe
 * for several threads: its user holds a lock from asking to advancing.
 */
public final class WitnessedHeads implements AutoCloseable {
  private static final String LOCK = "lock";

  private final DurableFolder folder;
  private final FileChannel lock;

  /** Those that this process made durable; a file may be there that nobody forced to disk. */
  private final Map<String, Checkpoint> durable = new HashMap<>();

  private WitnessedHeads(DurableFolder folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * @throws IOException also if another witness has the folder
   */
  public static WitnessedHeads open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isTaken(lock)) {
      lock.close();
      throw new IOException(folder + " 已由另一见证人使用 / is in use by another witness");
    }
    return new WitnessedHeads(new DurableFolder(folder), lock);
  }

  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      @Nullable FileLock taken = lock.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      // by another witness of this process
      return false;
    }
  }

  /**
   * Empty if none was cosigned.
   *
   * @throws IOException also if the file is none of ours: then nothing may be cosigned
   */
  Optional<Checkpoint> latest(String origin) throws IOException {
    Checkpoint known = durable.get(origin);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Bytes> file = folder.read(name(origin));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Checkpoint read = Checkpoint.parse(SignedNote.parse(file.get()).text());
      if (read.origin().equals(origin)) {
        return Optional.of(read);
      }
    } catch (MalformedNote e) {
      throw new IOException(folder.path(name(origin)) + ": " + e.getMessage(), e);
    }
    throw new IOException(folder.path(name(origin)) + " is of another log");
  }

  /**
   * Durable when it returns; a failure leaves the one before or this one.
   *
   * @param note of the checkpoint, as evidence of what the log signed
   * @throws IllegalStateException for one smaller than what is there
   */
  void advance(Checkpoint head, SignedNote note) throws IOException {
    if (head.equals(durable.get(head.origin()))) {
      return;
    }
    if (latest(head.origin()).filter(latest -> latest.size() > head.size()).isPresent()) {
      throw new IllegalStateException("a witness does not go back to size " + head.size());
    }
    durable.remove(head.origin());
    folder.write(Map.of(name(head.origin()), Bytes.ofUtf8(note.encoded())));
    durable.put(head.origin(), head);
  }

  private static String name(String origin) {
    return Digest.of(Bytes.ofUtf8(origin)).toHex() + ".checkpoint";
  }

  /** Lets another witness have the folder. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
