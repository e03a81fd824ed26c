package cn.zhixin.verification.bulk.web;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives as people's computers make them. */
final class Zips {
  private Zips() {}

  /** Names in UTF-8 and marked so. */
  static byte[] of(Map<String, Bytes> files) throws IOException {
    return of(files, StandardCharsets.UTF_8, true);
  }

  /**
   * @param marked whether names in UTF-8 are said to be so
   */
  static byte[] of(Map<String, Bytes> files, Charset names, boolean marked) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip.setEncoding(names.name());
      zip.setUseLanguageEncodingFlag(marked);
      for (Map.Entry<String, Bytes> file : files.entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
        if (!entry.isDirectory()) {
          entry.setSize(file.getValue().size());
        }
        zip.putArchiveEntry(entry);
        zip.write(file.getValue().toArray());
        zip.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  /** Told to be encrypted in every header. */
  static byte[] encrypted(byte[] zip) {
    byte[] marked = zip.clone();
    for (int at = 0; at < zip.length - 10; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 3 && zip[at + 3] == 4) {
        marked[at + 6] |= 1;
      }
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        marked[at + 8] |= 1;
      }
    }
    return marked;
  }
}
