package cn.zhixin.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Looks through an OLE2 file (MS-CFB) for the name of one entry. */
final class Ole2Directory {
  /** An entry is named in UTF-16; here each byte is one character. */
  private static final String ENCRYPTED =
      new String(
          "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

  private Ole2Directory() {}

  /** Whether it is a workbook of today within a password's wrapping (MS-OFFCRYPTO §1.3.1). */
  static boolean namesEncryption(SheetSource source) throws IOException {
    String seen = "";
    try (InputStream content = source.open()) {
      byte[] part = content.readNBytes(1 << 16);
      while (part.length > 0) {
        seen += new String(part, StandardCharsets.ISO_8859_1);
        if (seen.contains(ENCRYPTED)) {
          return true;
        }
        // it may lie across two parts
        seen = seen.substring(Math.max(0, seen.length() - ENCRYPTED.length()));
        part = content.readNBytes(1 << 16);
      }
    }
    return false;
  }
}
