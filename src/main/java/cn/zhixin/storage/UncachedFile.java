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
 * out of one aligned buffer, as direct input and output ask for. A file system that has none gets
 * the same bytes through its cache. Confined to one thread.
 */
final class UncachedFile extends OutputStream {
  private static final int BUFFER = 1 << 20;

  /** No disk has longer sectors than the blocks of a page. */
  private static final int LEAST_BLOCK = 4096;

  private final FileChannel channel;
  private final int block;
  private final ByteBuffer buffer;
  private long size;

  private UncachedFile(FileChannel channel, int block) {
    this.channel = channel;
    this.block = block;
    this.buffer =
        ByteBuffer.allocateDirect(BUFFER + block).alignedSlice(block).limit(BUFFER).slice();
  }

  /**
   * @param file there and empty
   */
  static UncachedFile open(Path file) throws IOException {
    int block = blockOf(file);
    try {
      return new UncachedFile(
          FileChannel.open(file, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT), block);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // such as a file system in memory: what else is wrong comes up again
      return new UncachedFile(FileChannel.open(file, StandardOpenOption.WRITE), block);
    }
  }

  private static int blockOf(Path file) throws IOException {
    try {
      long told = Files.getFileStore(file).getBlockSize();
      return told > LEAST_BLOCK && told <= BUFFER && Long.bitCount(told) == 1
          ? (int) told
          : LEAST_BLOCK;
    } catch (UnsupportedOperationException e) {
      return LEAST_BLOCK;
    }
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
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
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

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
