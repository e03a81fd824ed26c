package cn.zhixin.storage;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in packs: ZIP archives whose entries are stored as they are, so that each file is read at
 * its place and any unzip program can read them all. A pack never changes. Safe for all threads.
 */
public final class Packs {
  private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

  private final DurableFolder folder;
  private final BlockBuffers buffers = new BlockBuffers();

  /**
   * @param root made when the first pack is written
   */
  public Packs(Path root) {
    this.folder = new DurableFolder(root);
  }

  /**
   * Begins a pack.
   *
   * @param name of no other pack, with slashes
   */
  public PackWriter write(String name) throws IOException {
    return new PackWriter(folder, name, buffers);
  }

  /** Where a pack lies. */
  public Path path(String name) {
    return folder.path(name);
  }

  /**
   * Reads one file.
   *
   * @param digest SHA-256 of what was written there
   */
  public Reading read(PackedFile place, Digest digest) {
    try {
      Bytes content = read(place);
      if (!Digest.of(content).equals(digest)) {
        LOG.error(
            "ALARM: in the pack {} at {} is not what was issued", place.pack(), place.position());
        return new Altered();
      }
      return new Sound(content);
    } catch (NoSuchFileException e) {
      LOG.error("The pack {} is not there", place.pack());
      return new Missing();
    } catch (EOFException e) {
      LOG.error("ALARM: the pack {} is shorter than it was", place.pack());
      return new Altered();
    } catch (IOException e) {
      LOG.error("The pack {} cannot be read: {}", place.pack(), e.getClass().getName());
      return new Missing();
    }
  }

  private Bytes read(PackedFile place) throws IOException {
    try (FileChannel channel =
        FileChannel.open(folder.path(place.pack()), StandardOpenOption.READ)) {
      ByteBuffer rest = ByteBuffer.allocate(place.size());
      while (rest.hasRemaining()) {
        if (channel.read(rest, place.position() + rest.position()) < 0) {
          throw new EOFException(place.pack());
        }
      }
      return Bytes.wrap(rest.array());
    }
  }

  /** What was found at a place. */
  public sealed interface Reading {}

  /** The very file. */
  public record Sound(Bytes content) implements Reading {}

  /** The pack is not in this folder, or cannot be read from here. */
  public record Missing() implements Reading {}

  /** Something else at that place: not to be handed out. */
  public record Altered() implements Reading {}
}
