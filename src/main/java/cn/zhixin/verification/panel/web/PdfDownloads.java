package cn.zhixin.verification.panel.web;

import cn.zhixin.encoding.Bytes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** PDFs that are saved, not shown, and kept by nobody on the way. */
final class PdfDownloads {
  private PdfDownloads() {}

  /**
   * @param name ASCII
   */
  static ResponseEntity<byte[]> of(Bytes pdf, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .cacheControl(CacheControl.noStore())
        .body(pdf.toArray());
  }
}
