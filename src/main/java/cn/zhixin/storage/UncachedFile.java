package cn.zhixin.storage;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file written once from its beginning to its end, past the system's page cache: in whole blocks
 * out of one aligned buffer, as direct input and output ask for. A file system that has none, or
 * blocks of an odd size, gets the same bytes through its cache.
 *
 * <p>Only what was {@linkplain #force forced} is in the file; after a failure it is of no use.
 * Confined to one thread.
 */
final class UncachedFile extends OutputStream {
  /** Tells the size of a file system's blocks. */
  @FunctionalInterface
  interface Blocks {
    /**
     * @throws IOException if it cannot be told
     */
    long of(Path file) throws IOException;
  }

  private final Path file;
  private final int block;
  private final BlockBuffers buffers;
  private final ByteBuffer buffer;
  private FileChannel channel;
  private boolean direct;
  private long size;

  private UncachedFile(
      Path file, FileChannel channel, boolean direct, int block, BlockBuffers buffers) {
    this.file = file;
    this.channel = channel;
    this.direct = direct;
    this.block = block;
    this.buffers = buffers;
    this.buffer = buffers.take();
  }

  /**
   * @param file there and empty
   * @param buffers lend one until the file is closed
   */
  static UncachedFile open(Path file, BlockBuffers buffers) throws IOException {
    return open(file, buffers, of -> Files.getFileStore(of).getBlockSize());
  }

  static UncachedFile open(Path file, BlockBuffers buffers, Blocks blocks) throws IOException {
    try {
      long block = blocks.of(file);
      if (block > 0 && block <= BlockBuffers.SIZE && Long.bitCount(block) == 1) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
        return new UncachedFile(file, channel, true, (int) block, buffers);
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // such as a file system in memory: what else is wrong comes up again
    }
    return new UncachedFile(file, throughTheCache(file), false, 1, buffers);
  }

  private static FileChannel throughTheCache(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.WRITE);
  }

  /** Whether it really is written past the cache. */
  boolean isDirect() {
    return direct;
  }

  @Override
  public void write(int value) throws IOException {
    makeRoom();
    buffer.put((byte) value);
    size++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      makeRoom();
      int part = Math.min(length - done, buffer.remaining());
      buffer.put(bytes, offset + done, part);
      done += part;
    }
    size += length;
  }

  private void makeRoom() throws IOException {
    if (!buffer.hasRemaining()) {
      drain();
    }
  }

  private void drain() throws IOException {
    buffer.flip();
    try {
      writeOut();
    } catch (IOException e) {
      if (!direct || channel.position() > 0) {
        throw e;
      }
      // a file system may open a file for direct output and refuse each write
      channel.close();
      channel = throughTheCache(file);
      direct = false;
      buffer.rewind();
      writeOut();
    }
    buffer.clear();
  }

  private void writeOut() throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Writes what is still in memory; returns once the file would survive a power cut. */
  void force() throws IOException {
    while (buffer.position() % block != 0) {
      buffer.put((byte) 0);
    }
    drain();
    channel.truncate(size);
    channel.force(true);
  }

  /** What was not forced is lost. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      buffers.give(buffer);
    }
    channel.close();
  }
}
