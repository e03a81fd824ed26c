package cn.zhixin.storage;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes one pack, file after file: of many files one, forced to disk once. Nobody sees it before
 * {@link #finish}; closed without that, nothing of it stays. Confined to one thread.
 */
public final class PackWriter implements AutoCloseable {
  private final DurableFolder folder;
  private final String name;
  private final Path unfinished;
  private final FileChannel channel;
  private final StoredZip archive;
  private boolean finished;

  PackWriter(DurableFolder folder, String name) throws IOException {
    this.folder = folder;
    this.name = name;
    this.unfinished = folder.unfinished(name);
    this.channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
    this.archive = new StoredZip(Channels.newOutputStream(channel));
  }

  /**
   * Adds a file.
   *
   * @param file name within the pack
   * @return where it will lie once the pack is finished
   */
  public PackedFile add(String file, Bytes content) throws IOException {
    return new PackedFile(name, archive.add(file, content), content.size());
  }

  /** Returns once the pack would survive a power cut. */
  public void finish() throws IOException {
    archive.finish();
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
}
