package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.nio.charset.StandardCharsets;

/** What a file is, by its first bytes and not by its name. */
public enum FileFormat {
  PDF,
  PNG,
  JPEG,
  OTHER;

  /** Viewers find the header within so many bytes (ISO 32000-2 Annex I). */
  private static final int PDF_HEADER_WITHIN = 1024;

  public static FileFormat of(Bytes file) {
    String start =
        new String(
            file.slice(0, Math.min(file.size(), PDF_HEADER_WITHIN)).unsafeArray(),
            StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    return start.contains("%PDF-") ? PDF : OTHER;
  }
}
