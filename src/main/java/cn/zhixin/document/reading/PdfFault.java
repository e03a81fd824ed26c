package cn.zhixin.document.reading;

/** Why a file is not read as a certificate. The constants' names are stable codes. */
public enum PdfFault {
  TOO_LARGE("The file is larger than any certificate.", "文件过大，不是本系统签发的证书。"),
  NOT_A_PDF("The file is not a PDF document.", "文件不是 PDF 文档。"),
  /** ISO 32000-2 §7.5.5. */
  TRUNCATED(
      "The file is incomplete: it does not end as a PDF document must.", "文件不完整：结尾不符合 PDF 文档的规定。"),
  STAMPED_COPY(
      "The file says that it is a stamped copy for one purpose, not the certificate itself; the"
          + " certificate is attached to it and can be verified on its own.",
      "这个文件自称用途加注件，不是证书原件；原件在它的附件中，可取出后单独查验。"),
  NO_SIGNATURE("The document carries no signature.", "文档没有电子签名。"),
  SEVERAL_SIGNATURES("The document carries more than one signature.", "文档含有不止一个电子签名。"),
  /** ISO 32000-2 §12.8.1. */
  BYTES_OUTSIDE_SIGNATURE("The signature does not cover the whole file.", "电子签名没有覆盖整个文件。"),
  /** ISO 32000-2 §12.8.1: the gap is the signature's value and no more. */
  SIGNATURE_MALFORMED(
      "The place of the signature does not hold exactly one signature value.",
      "签名位置的内容不是唯一且完整的签名值。"),
  /** A hexadecimal string may have digits of both kinds (ISO 32000-2 §7.3.4.3), ours has one. */
  SIGNATURE_REWRITTEN(
      "Altered after signing: the signature is not written in the digits that it was issued with.",
      "签名之后被改动：签名值的十六进制写法与签发时的不同。"),
  /** ISO 32000-2 §7.5.6. */
  INCREMENTAL_UPDATE("The document was updated after it had been written.", "文档在生成之后被追加修改。"),
  COMPRESSION_REFUSED(
      "The document is compressed in a way that certificates never use.", "文档使用了证书不会采用的压缩方式。"),
  INFLATES_TOO_FAR(
      "The document's content is larger than any certificate's once decompressed.",
      "文档解压后的内容过大，不是本系统签发的证书。"),
  ENCRYPTED("The document is encrypted.", "文档已加密。"),
  MALFORMED("The document is damaged.", "文档已损坏。"),
  /** ETSI EN 319 142-1 §6.3. */
  SIGNATURE_FORMAT(
      "The signature is not of the format that certificates carry (PAdES).",
      "电子签名不是证书所用的格式（PAdES）。"),
  /** ISO 32000-2 §12.8.2.2. */
  CHANGES_PERMITTED(
      "The signature does not certify that no changes are permitted.", "电子签名没有声明文档不允许任何修改。"),
  NOT_ONE_PAGE("The document does not have exactly one page.", "文档不是恰好一页。"),
  NO_CREDENTIAL(
      "The document has no attachment credential.cose, or more than one.",
      "文档没有唯一的附件 credential.cose。"),
  NO_LEDGER_PROOF(
      "The document has no attachment ledger.tlog-proof, or more than one.",
      "文档没有唯一的附件 ledger.tlog-proof。"),
  NO_RECEIPT(
      "The document has no attachment receipt.json, or more than one.", "文档没有唯一的附件 receipt.json。"),
  NO_QR("The page has no QR symbol, or more than one.", "页面上没有唯一的二维码。"),
  QR_UNREADABLE("The QR symbol on the page cannot be read.", "页面上的二维码无法识读。");

  private final String english;
  private final String chinese;

  PdfFault(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  public String code() {
    return name();
  }

  public String english() {
    return english;
  }

  public String chinese() {
    return chinese;
  }
}
