package cn.zhixin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the servers and who uses it, over all processes of the machine.
 *
 * <p>Two files are locked. {@code start.lock}, exclusively, while a process starts or stops a
 * server. {@code users.lock}, shared, as long as a process uses them: the system lets go of it when
 * the process dies, however that happens. Who leaves and can then lock it exclusively was the last.
 * Within one process users are counted, for file locks belong to the process as a whole.
 */
final class SharedHome {
  private static final Map<Path, SharedHome> OPEN = new HashMap<>();

  private final Path folder;
  private final FileChannel start;
  private final FileChannel users;
  private int uses;
  private @Nullable FileLock use;

  private SharedHome(Path folder) throws IOException {
    this.folder = folder;
    this.start = open(folder.resolve("start.lock"));
    this.users = open(folder.resolve("users.lock"));
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Something done while no other process starts or stops a server of the same home. */
  @FunctionalInterface
  interface Step<T> {
    T run(Path folder) throws IOException;
  }

  /** Something to stop. */
  @FunctionalInterface
  interface Stop {
    void run(Path folder) throws IOException;
  }

  /**
   * Becomes a user and finds or starts the servers. If that fails we are a user no more.
   *
   * @param starting runs alone among all processes
   */
  static <T> T enter(Path home, Step<T> starting, Stop stopping) throws IOException {
    Path folder = PrivateFiles.folder(home).toRealPath();
    synchronized (OPEN) {
      SharedHome shared = OPEN.get(folder);
      if (shared == null) {
        shared = new SharedHome(folder);
        OPEN.put(folder, shared);
      }
      return shared.enter(starting, stopping);
    }
  }

  /**
   * Is a user no more.
   *
   * @param stopping runs alone among all processes, and only if nobody else uses the servers
   */
  static void leave(Path home, Stop stopping) throws IOException {
    Path folder = home.toRealPath();
    synchronized (OPEN) {
      SharedHome shared = OPEN.get(folder);
      if (shared == null) {
        throw new IllegalStateException("nobody here uses " + folder);
      }
      shared.leave(stopping);
    }
  }

  private <T> T enter(Step<T> starting, Stop stopping) throws IOException {
    uses++;
    try (FileLock alone = start.lock()) {
      if (use == null) {
        use = users.lock(0, Long.MAX_VALUE, true);
      }
      return starting.run(folder);
    } catch (IOException | RuntimeException e) {
      leaveAfter(e, stopping);
      throw e;
    }
  }

  private void leaveAfter(Exception failure, Stop stopping) {
    try {
      leave(stopping);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void leave(Stop stopping) throws IOException {
    uses--;
    if (uses > 0) {
      return;
    }
    OPEN.remove(folder);
    try (users;
        start;
        FileLock alone = start.lock()) {
      if (use != null) {
        use.release();
      }
      FileLock last = users.tryLock();
      if (last != null) {
        stopping.run(folder);
      }
    }
  }
}
