package cn.zhixin.storage;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes one pack, file after file: of many files one, forced to disk once. Nobody sees it before
 * {@link #finish}; closed without that, nothing of it stays. Confined to one thread.
 */
public final class PackWriter implements AutoCloseable {
  private final DurableFolder folder;
  private final String name;
  private final Path unfinished;
  private final UncachedFile file;
  private final StoredZip archive;
  private boolean finished;

  /**
   * @param buffers lend one until the pack is closed
   */
  PackWriter(DurableFolder folder, String name, BlockBuffers buffers) throws IOException {
    this.folder = folder;
    this.name = name;
    this.unfinished = folder.unfinished(name);
    this.file = UncachedFile.open(unfinished, buffers);
    this.archive = new StoredZip(file);
  }

  /**
   * Adds a file.
   *
   * @param entry name within the pack
   * @return where it will lie once the pack is finished
   */
  public PackedFile add(String entry, Bytes content) throws IOException {
    return new PackedFile(name, archive.add(entry, content), content.size());
  }

  /** Returns once the pack would survive a power cut. */
  public void finish() throws IOException {
    archive.finish();
    file.force();
    folder.publish(unfinished, name);
    finished = true;
  }

  @Override
  public void close() throws IOException {
    file.close();
    if (!finished) {
      Files.deleteIfExists(unfinished);
    }
  }
}
