package cn.zhixin.verification.offline;

import cn.zhixin.verification.Wording;

/** What can be wrong, or missing, in a QR's text or between the parts of a file. */
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
  PAGE_DIFFERS("页面文字与电子凭证不一致。", "The page's text differs from the credential."),

  NO_CREDENTIAL_IN_QR(
      "二维码中只有查验地址，没有电子凭证，离线无法判断。",
      "The QR code holds an address only and no credential: offline nothing can be told."),
  UNKNOWN_KEY(
      "签名密钥不在所信任的证书之中，无法判断。",
      "The signing key is not among the trusted certificates: it cannot be told.");

  private final Wording sentence;

  OfflineFault(String chinese, String english) {
    this.sentence = new Wording(chinese, english);
  }

  Reason reason() {
    return new Reason(name(), sentence);
  }
}
