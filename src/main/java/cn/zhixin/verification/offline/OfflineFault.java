package cn.zhixin.verification.offline;

import cn.zhixin.verification.Wording;

/** What can be wrong, or missing, in a QR's text, between the parts of a file, or in its proof. */
enum OfflineFault {
  NOT_A_CERTIFICATE_QR("这不是证书二维码的内容。", "This is not the text of a certificate's QR code."),
  MISTYPED_CODE(
      "查验码的校验位不符，地址被改动或抄错。",
      "The check character of the verification code does not fit: the address was altered."),
  /** ISO/IEC 18004 §7.4.3, five digits for two bytes. */
  MALFORMED_DIGITS("二维码中的凭证数字有误。", "The digits of the credential in the QR code are wrong."),
  /** RFC 9052 §4.2. */
  MALFORMED_CREDENTIAL("电子凭证的格式有误。", "The credential is malformed."),
  /** RFC 9052 §4.4. */
  WRONG_SIGNATURE("电子凭证的签名不符，内容被改动。", "The credential's signature is wrong: it was altered."),
  OUTSIDE_KEY_VALIDITY(
      "发证日期不在签名密钥的有效期内。", "The day of issue is outside the validity of the signing key."),
  QR_DIFFERS(
      "页面上的二维码与文件所附的电子凭证不一致。",
      "The QR code on the page differs from the credential attached to the file."),
  /** RFC 5280 §4.2.1.12. */
  RECEIPTS_KEY(
      "签名密钥只能签署核验报告，不能签发证书。", "The signing key is one for receipts and can issue no certificate."),
  PAGE_DIFFERS("页面文字与电子凭证不一致。", "The page's text differs from the credential."),
  /** C2SP tlog-proof, and RFC 9162 §2.1.3.2 for index and length. */
  MALFORMED_LEDGER_PROOF("文件所附的公开账本证明格式有误。", "The file's proof of the public ledger is malformed."),
  /** RFC 9162 §2.1.3.2. */
  NOT_IN_LEDGER(
      "由这张证书得不出证明所指的账本根哈希：公开账本里没有它，或证明被改动。",
      "The proof does not lead from this certificate to the public ledger: it is not in there, or"
          + " the proof was altered."),
  ENTERED_BEFORE_ISSUE(
      "发证日期晚于记入公开账本的日期。",
      "The day of issue is after the day on which it was entered in the public ledger."),
  BACKDATED(
      "记入公开账本时已过发证日期 8 天以上：发证日期可能是倒填的。",
      "It was entered in the public ledger more than 8 days after its day of issue: it may be"
          + " backdated."),

  NO_CREDENTIAL_IN_QR(
      "二维码中只有查验地址，没有电子凭证，离线无法判断。",
      "The QR code holds an address only and no credential: offline nothing can be told."),
  UNKNOWN_KEY(
      "签名密钥不在所信任的证书之中，无法判断。",
      "The signing key is not among the trusted certificates: it cannot be told."),
  UNKNOWN_LEDGER(
      "公开账本的签名密钥不在 --ledger 所指的之中，无法判断。",
      "The public ledger's signing key is not among those given with --ledger: it cannot be"
          + " told.");

  private final Wording sentence;

  OfflineFault(String chinese, String english) {
    this.sentence = new Wording(chinese, english);
  }

  Reason reason() {
    return new Reason(name(), sentence);
  }
}
