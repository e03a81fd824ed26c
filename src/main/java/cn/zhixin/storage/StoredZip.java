package cn.zhixin.storage;

import cn.zhixin.encoding.Bytes;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP archive whose files are stored as they are: a PDF hardly gets smaller. The same files make
 * the same archive. Confined to one thread.
 */
public final class StoredZip implements AutoCloseable {
  /** The earliest that a ZIP archive can say. */
  private static final LocalDate NO_DAY = LocalDate.of(1980, 1, 1);

  private final Counter counter;
  private final ZipOutputStream archive;

  /**
   * @param out closed with the archive
   */
  public StoredZip(OutputStream out) {
    this.counter = new Counter(new BufferedOutputStream(out));
    this.archive = new ZipOutputStream(counter);
    archive.setMethod(ZipOutputStream.STORED);
  }

  /**
   * Adds a file of no particular day.
   *
   * @param file name within the archive, of no other file
   * @return where its content begins
   */
  public long add(String file, Bytes content) throws IOException {
    return add(file, NO_DAY, content);
  }

  /**
   * Adds a file.
   *
   * @param file name within the archive, of no other file
   * @param day that the file is said to be of
   * @return where its content begins
   */
  public long add(String file, LocalDate day, Bytes content) throws IOException {
    byte[] bytes = content.unsafeArray();
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(file);
    entry.setTimeLocal(day.atStartOfDay());
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(sum.getValue());
    archive.putNextEntry(entry);
    long position = counter.count;
    archive.write(bytes);
    archive.closeEntry();
    return position;
  }

  /** Writes the archive's directory; nothing can be added after that. */
  public void finish() throws IOException {
    archive.finish();
    archive.flush();
  }

  @Override
  public void close() throws IOException {
    archive.close();
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
