package cn.zhixin.verification.files.worker;

import cn.zhixin.encoding.Bytes;
import java.nio.charset.StandardCharsets;

/** Loads the classes that the first file would wait for. */
final class WarmUp {
  /** Small, whole, with one empty page. */
  private static final String DOCUMENT =
      "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
          + "2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
          + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n"
          + "trailer\n<</Root 1 0 R>>\n%%EOF\n";

  private WarmUp() {}

  static void run(FileExamination examination) {
    examination.examine(Bytes.wrap(DOCUMENT.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
