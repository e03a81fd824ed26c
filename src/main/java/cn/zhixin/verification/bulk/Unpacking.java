package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks entries of one archive, until they come to too much. Used by one thread. */
final class Unpacking {
  /** Bytes of all files together. Documents hardly shrink when they are packed. */
  static final int MOST_BYTES = 48 << 20;

  /** Unpacked to packed; documents stay under 20. */
  private static final long RATIO = 100;

  /** Below this many unpacked bytes the ratio is not looked at. */
  private static final long FREE = 1 << 20;

  private final ZipFile zip;
  private long total;

  Unpacking(ZipFile zip) {
    this.zip = zip;
  }

  Bytes content(ZipArchiveEntry entry) throws IOException, MalformedList {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new MalformedList(ListFault.ENCRYPTED_ARCHIVE);
    }
    if (!zip.canReadEntryData(entry)) {
      throw new IOException("packed by method " + entry.getMethod());
    }
    long free = Math.max(FREE, Math.max(0, entry.getCompressedSize()) * RATIO);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
        if (total > MOST_BYTES || content.size() + n > free) {
          throw new MalformedList(ListFault.UNPACKS_TOO_MUCH);
        }
        content.write(buffer, 0, n);
      }
    }
    return Bytes.wrap(content.toByteArray());
  }
}
