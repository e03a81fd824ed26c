package cn.zhixin.issuance;

import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.storage.PackWriter;
import cn.zhixin.storage.Packs;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;

/**
 * Released documents in packs, one for each time that a chunk was drawn.
 *
 * <p>Two workers that drew the same chunk after a crash leave two packs and cannot mix them up; the
 * registry names the one whose documents were released. The other is never removed: what is not
 * needed costs only its room.
 */
public final class DocumentStore {
  private final Packs packs;
  private final SecureRandom random = new SecureRandom();

  DocumentStore(Path root) {
    this.packs = new Packs(root);
  }

  /** Begins a pack for a chunk's documents. */
  PackWriter pack(long batch, int chunk) throws IOException {
    return packs.write(
        String.format(
            Locale.ROOT, "batch-%08d/chunk-%05d-%016x.zip", batch, chunk, random.nextLong()));
  }

  /** A document's name within its pack. */
  static String entry(Digest digest) {
    return digest.toHex() + ".pdf";
  }

  /**
   * A document as it was released.
   *
   * @throws IOException also if it is not there any more, or not the same
   */
  Bytes read(ReleasedDocument document) throws IOException {
    Packs.Reading reading = packs.read(document.place(), document.digest());
    if (!(reading instanceof Packs.Sound sound)) {
      throw new IOException(
          "the document "
              + entry(document.digest())
              + " is not in its pack as it was released: "
              + packs.path(document.place().pack()));
    }
    return sound.content();
  }

  /** Copies a document to a place of the caller's; a file with the same content stays as it is. */
  void copy(ReleasedDocument document, Path target) throws IOException {
    byte[] content = read(document).unsafeArray();
    try {
      Files.write(target, content, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      if (!Arrays.equals(Files.readAllBytes(target), content)) {
        Files.write(target, content);
      }
    }
  }
}
