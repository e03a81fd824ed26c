package cn.zhixin.issuance;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.storage.DurableFolder;
import cn.zhixin.storage.FilesByDigest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Released documents as files named by their SHA-256, in 256 folders below one root.
 *
 * <p>A file is complete and durable before {@link #keep} returns, and never changes afterwards: two
 * workers that made the same certificate after a crash leave two files and cannot mix them up.
 */
public final class DocumentStore {
  private final DurableFolder folder;

  DocumentStore(Path root) {
    this.folder = new DurableFolder(root);
  }

  /** Writes all documents and returns once every one of them would survive a power cut. */
  void keep(List<Document> documents) throws IOException {
    Map<String, Bytes> files = new LinkedHashMap<>();
    documents.forEach(document -> files.put(name(document.digest()), document.content()));
    folder.write(files);
  }

  /** Where a released document lies. */
  public Path path(Digest digest) {
    return folder.path(name(digest));
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
    folder.delete(name(digest));
  }

  private static String name(Digest digest) {
    return FilesByDigest.name(digest);
  }

  /** A finished file and the digest it is named by. */
  record Document(Digest digest, Bytes content) {}
}
