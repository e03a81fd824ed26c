package cn.zhixin.document;

import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.pdf.ReportWriter;
import java.io.IOException;

/**
 * Draws and signs reports as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). Safe for all
 * threads.
 */
public final class ReportRenderer {
  private final FontLibrary fonts = FontLibrary.bundled();

  /**
   * Draws and signs. A character that no font has is shown as {@code 〓} and copied and read aloud
   * as what it is.
   *
   * @throws IllegalStateException if the program's fonts or the QR's text cannot be used
   */
  public RenderedDocument render(Report report, DocumentSigner signer) {
    try {
      return new ReportWriter(fonts, report).write(signer);
    } catch (IOException e) {
      throw new IllegalStateException("the program's fonts are missing", e);
    }
  }
}
