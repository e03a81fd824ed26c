package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files of a new key; each is made, never overwritten, and on disk when this returns. */
final class KeyFiles {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private KeyFiles() {}

  /** The private half is readable by its owner only, from the first byte on. */
  static void write(Path privateFile, String pem, Path publicFile, String vkey) throws IOException {
    boolean posix = privateFile.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    write(privateFile, pem, ownerOnly);
    write(publicFile, vkey + "\n");
  }

  private static void write(Path file, String text, FileAttribute<?>... attributes)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, NEW, attributes)) {
      ByteBuffer rest = ByteBuffer.wrap(Bytes.ofUtf8(text).unsafeArray());
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
