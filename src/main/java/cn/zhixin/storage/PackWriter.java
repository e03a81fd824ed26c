package cn.zhixin.storage;

import cn.zhixin.encoding.Bytes;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes one pack, file after file: of many files one, forced to disk once. Nobody sees it before
 * {@link #finish}; closed without that, nothing of it stays. Confined to one thread.
 */
public final class PackWriter implements AutoCloseable {
  /** The same files make the same pack; the earliest that a ZIP archive can say. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final DurableFolder folder;
  private final String name;
  private final Path unfinished;
  private final FileChannel channel;
  private final Counter counter;
  private final ZipOutputStream archive;
  private boolean finished;

  PackWriter(DurableFolder folder, String name) throws IOException {
    this.folder = folder;
    this.name = name;
    this.unfinished = folder.unfinished(name);
    this.channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
    this.counter = new Counter(new BufferedOutputStream(Channels.newOutputStream(channel)));
    this.archive = new ZipOutputStream(counter);
    archive.setMethod(ZipOutputStream.STORED);
  }

  /**
   * Adds a file.
   *
   * @param file name within the pack
   * @return where it will lie once the pack is finished
   */
  public PackedFile add(String file, Bytes content) throws IOException {
    byte[] bytes = content.unsafeArray();
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(file);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(sum.getValue());
    archive.putNextEntry(entry);
    PackedFile place = new PackedFile(name, counter.count, bytes.length);
    archive.write(bytes);
    archive.closeEntry();
    return place;
  }

  /** Returns once the pack would survive a power cut. */
  public void finish() throws IOException {
    archive.finish();
    archive.flush();
    channel.force(true);
    folder.publish(unfinished, name);
    finished = true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!finished) {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Counts what went into the archive. */
  private static final class Counter extends FilterOutputStream {
    private long count;

    Counter(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }
}
