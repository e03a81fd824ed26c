package cn.zhixin.verification.answers;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The secret that seals answers in Redis, and whatever else nodes must know for their own. */
public final class AnswersKey {
  private static final String FILE = "answers.key";
  private static final int SIZE = 32;
  private static final int LEAST = 16;

  private AnswersKey() {}

  /**
   * The configured one, or where none is, the home's own.
   *
   * @param configured {@code zhixin.answers.mac-key}
   */
  public static Bytes of(String configured, Path home) throws IOException {
    if (configured.isEmpty()) {
      return ofHome(home);
    }
    Bytes secret = Bytes.ofUtf8(configured);
    if (secret.size() < LEAST) {
      throw new IllegalArgumentException(
          "zhixin.answers.mac-key 至少 16 字节，请换一个更长的 /"
              + " zhixin.answers.mac-key has at least 16 bytes: take a longer one");
    }
    return secret;
  }

  /** The home's own, made at random the first time. Processes that begin at once get the same. */
  private static Bytes ofHome(Path home) throws IOException {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      Files.createDirectories(home);
      make(file);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != SIZE) {
      throw new IOException(
          file + " should hold " + SIZE + " bytes and holds " + key.length + ": delete it");
    }
    return Bytes.wrap(key);
  }

  /** A hard link from a finished file: nobody ever reads half a key, and the first one wins. */
  private static void make(Path file) throws IOException {
    byte[] key = new byte[SIZE];
    new SecureRandom().nextBytes(key);
    Path made = Files.createTempFile(file.getParent(), FILE, ".new", ownersOnly(file));
    try {
      Files.write(made, key);
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException first) {
      // another process was first: its key counts
    } finally {
      Files.delete(made);
    }
  }

  private static FileAttribute<?>[] ownersOnly(Path file) throws IOException {
    boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
