package cn.zhixin.issuance;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Released documents as files named by their SHA-256, in 256 folders below one root.
 *
 * <p>A file is complete and durable before {@link #keep} returns, and never changes afterwards: two
 * workers that made the same certificate after a crash leave two files and cannot mix them up.
 */
public final class DocumentStore {
  private final Path root;

  DocumentStore(Path root) {
    this.root = root;
  }

  /** Writes all documents and returns once every one of them would survive a power cut. */
  void keep(List<Document> documents) throws IOException {
    Set<Path> folders = new HashSet<>();
    for (Document document : documents) {
      Path target = path(document.digest());
      Path folder = folderOf(target);
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "unfinished-", ".part");
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.write(java.nio.ByteBuffer.wrap(document.content().unsafeArray()));
        channel.force(true);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      folders.add(folder);
    }
    for (Path folder : folders) {
      force(folder);
    }
    force(root);
  }

  /** Where a released document lies. */
  public Path path(Digest digest) {
    String name = digest.toHex();
    return root.resolve(name.substring(0, 2)).resolve(name + ".pdf");
  }

  /** Copies a document to a place of the caller's; a file with the same content stays as it is. */
  void copy(Digest digest, Path target) throws IOException {
    try {
      Files.copy(path(digest), target);
    } catch (FileAlreadyExistsException e) {
      if (Files.mismatch(path(digest), target) != -1) {
        Files.copy(path(digest), target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Removes a document that was made but never released. */
  void discard(Digest digest) throws IOException {
    Files.deleteIfExists(path(digest));
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalStateException("a stored document always lies in a folder");
    }
    return folder;
  }

  /** A new name in a folder is durable only once the folder is. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** A finished file and the digest it is named by. */
  record Document(Digest digest, Bytes content) {}
}
