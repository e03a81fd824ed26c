package cn.zhixin.storage;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files below one root, by names with slashes. A file is there whole or not at all, and is durable
 * when {@link #write} returns. Safe for several threads and processes, as long as they write the
 * same content under the same name.
 */
public final class DurableFolder {
  private final Path root;

  /**
   * @param root made when the first file is written
   */
  public DurableFolder(Path root) {
    this.root = root;
  }

  /** Where a file lies, or would lie. */
  public Path path(String name) {
    return root.resolve(name);
  }

  public Optional<Bytes> read(String name) throws IOException {
    try {
      return Optional.of(Bytes.wrap(Files.readAllBytes(path(name))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Writes all files and returns once every one of them would survive a power cut. */
  public void write(Map<String, Bytes> files) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (Map.Entry<String, Bytes> file : files.entrySet()) {
      Path target = path(file.getKey());
      Path folder = folderOf(target);
      Files.createDirectories(folder);
      write(folder, target, file.getValue());
      addUpToRoot(folder, folders);
    }
    forceAll(folders);
  }

  /** What lies in a folder, in no order; nothing if the folder is not there. */
  public List<String> names(String name) throws IOException {
    try (Stream<Path> files = Files.list(path(name))) {
      return files.map(Path::getFileName).map(Path::toString).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Removes a file, or an empty folder, if it is there. */
  public void delete(String name) throws IOException {
    Files.deleteIfExists(path(name));
  }

  /** A new file, in the folder where a file of that name will lie, that nobody knows of yet. */
  Path unfinished(String name) throws IOException {
    Path folder = folderOf(path(name));
    Files.createDirectories(folder);
    return unfinishedIn(folder);
  }

  /** Gives a file that is complete and forced its name; durable when this returns. */
  void publish(Path unfinished, String name) throws IOException {
    Path target = path(name);
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    Set<Path> folders = new LinkedHashSet<>();
    addUpToRoot(folderOf(target), folders);
    forceAll(folders);
  }

  private static Path unfinishedIn(Path folder) throws IOException {
    return Files.createTempFile(folder, "unfinished-", ".part");
  }

  private static void write(Path folder, Path target, Bytes content) throws IOException {
    Path unfinished = unfinishedIn(folder);
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content.unsafeArray());
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Each folder may be new in the one above it. */
  private void addUpToRoot(Path folder, Set<Path> folders) {
    for (Path each = folder; each != null && each.startsWith(root); each = each.getParent()) {
      folders.add(each);
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a stored file lies in a folder, not at " + file);
    }
    return folder;
  }

  private static void forceAll(Set<Path> folders) throws IOException {
    for (Path folder : folders) {
      force(folder);
    }
  }

  /** A new name in a folder is durable only once the folder is. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
