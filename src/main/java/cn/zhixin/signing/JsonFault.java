package cn.zhixin.signing;

/** Why the signature of a JSON text is not sound. */
public enum JsonFault {
  /** RFC 7515 §7.2.2. */
  MALFORMED("签名文件的格式有误。", "The signed text is malformed."),
  /** RFC 7515 §5.2. */
  WRONG_SIGNATURE("签名不符，内容被改动。", "The signature is wrong: the content was altered."),
  /** RFC 5280 §4.2.1.12. */
  WRONG_KEY_USAGE("签名密钥不是核验报告专用的密钥。", "The signing key is not one for receipts."),
  /** RFC 5280 §4.1.2.5. */
  OUTSIDE_VALIDITY("签名密钥的证书不在有效期内。", "The certificate of the signing key is not valid now."),
  /** RFC 5280 §6.1. */
  CHAIN_INVALID("签名密钥的证书链无效。", "The certificate chain of the signing key is not sound.");

  private final String chinese;
  private final String english;

  JsonFault(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
