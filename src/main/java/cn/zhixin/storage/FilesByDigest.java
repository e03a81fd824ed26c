package cn.zhixin.storage;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads issued files, which are named by their SHA-256 in 256 folders below one root; what it gives
 * has that digest. Safe for all threads.
 */
public final class FilesByDigest {
  private static final Logger LOG = LoggerFactory.getLogger(FilesByDigest.class);

  private final DurableFolder folder;

  public FilesByDigest(Path root) {
    this.folder = new DurableFolder(root);
  }

  /** {@code ab/abcd….pdf}. */
  public static String name(Digest digest) {
    String hex = digest.toHex();
    return hex.substring(0, 2) + "/" + hex + ".pdf";
  }

  /** Reads one file and compares it with its name. */
  public Reading read(Digest digest) {
    try {
      Optional<Bytes> content = folder.read(name(digest));
      if (content.isEmpty()) {
        return new Missing();
      }
      if (!Digest.of(content.get()).equals(digest)) {
        LOG.error("ALARM: the stored file {} is not what was issued", name(digest));
        return new Altered();
      }
      return new Sound(content.get());
    } catch (IOException e) {
      LOG.error("The stored file {} cannot be read: {}", name(digest), e.getClass().getName());
      return new Missing();
    }
  }

  /** What was found under a digest. */
  public sealed interface Reading {}

  /** The very file. */
  public record Sound(Bytes content) implements Reading {}

  /** Not in this folder, or the folder cannot be read from here. */
  public record Missing() implements Reading {}

  /** Something else under that name: not to be handed out. */
  public record Altered() implements Reading {}
}
