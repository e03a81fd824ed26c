package cn.zhixin.bench;

import java.util.List;

/**
 * A part of issuing, known by a class (and perhaps a method) on the stack. A stack with several
 * belongs to the first of these: hashing within a signature is the signature's.
 */
enum Stage {
  PDF_SIGNATURE("PDF signature", "cn.zhixin.signing.CmsSigner"),
  CREDENTIAL("credential signature", "cn.zhixin.signing.CoseSign1"),
  QR_TEXT("credential as digits", "cn.zhixin.encoding.DecimalDigits"),
  QR("QR symbol", "cn.zhixin.document.qr.QrEncoder"),
  CONTENT("content stream", "cn.zhixin.document.pdf.CertificateContent"),
  FONTS("font subsets", "cn.zhixin.document.pdf.OwnFonts"),
  METADATA("metadata", "cn.zhixin.document.pdf.XmpPacket"),
  PICTURES(
      "photo, QR image, attachments",
      "cn.zhixin.document.pdf.Jpeg",
      "cn.zhixin.document.pdf.CertificateWriter#writePhoto",
      "cn.zhixin.document.pdf.CertificateWriter#writeSymbol",
      "cn.zhixin.document.pdf.CertificateWriter#writeAttachment"),
  HASHING(
      "SHA-256 of what differs", "java.security.MessageDigest", "cn.zhixin.document.pdf.HashState"),
  COPY("copy of the finished file", "cn.zhixin.document.buffer.ByteBuilder#toByteArray"),
  FILE_END("signature field, cross-reference", "cn.zhixin.document.pdf.FileEnd"),
  REST("the rest");

  private final String label;
  private final List<String> marks;

  Stage(String label, String... marks) {
    this.label = label;
    this.marks = List.of(marks);
  }

  String label() {
    return label;
  }

  /**
   * @param frames as {@code class#method}, of a sample in any order
   */
  static Stage of(List<String> frames) {
    for (Stage stage : values()) {
      for (String frame : frames) {
        if (stage.has(frame)) {
          return stage;
        }
      }
    }
    return REST;
  }

  private boolean has(String frame) {
    for (String mark : marks) {
      if (frame.startsWith(mark)
          && (frame.length() == mark.length() || "#$".indexOf(frame.charAt(mark.length())) >= 0)) {
        return true;
      }
    }
    return false;
  }
}
