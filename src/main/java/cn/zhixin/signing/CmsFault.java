package cn.zhixin.signing;

/** Why a document's signature is not sound: each with a stable code, its clause and a sentence. */
public enum CmsFault {
  MALFORMED("RFC 5652 §5.1", "签名数据无法解析", "The signature cannot be read."),
  NOT_ONE_SIGNER("ETSI EN 319 142-1 §6.3", "签名数据中不是恰好一个签名者", "There is not exactly one signer."),
  CONTENT_ATTACHED(
      "ISO 32000-2 §12.8.3.4", "签名数据中夹带了其他内容", "The signature carries content of its own."),
  WRONG_CONTENT_TYPE("RFC 5652 §11.1", "签名的内容类型不符", "The signed content type is wrong."),
  WRONG_MESSAGE_DIGEST(
      "RFC 5652 §11.2", "文件内容在签名之后被改动", "The file was changed after it was signed."),
  NO_SIGNER_CERTIFICATE(
      "ETSI EN 319 122-1 §6.3", "签名数据中缺少签名者证书", "The signer's certificate is missing."),
  SIGNING_CERTIFICATE_MISMATCH(
      "RFC 5035 §3", "签名所指的证书与所附证书不一致", "The signature names another certificate."),
  WRONG_SIGNATURE("RFC 5652 §5.4", "签名与签名者的公钥不符", "The signature does not match the signer's key."),
  WRONG_KEY_USAGE(
      "RFC 5280 §4.2.1.3", "签名者证书不得用于签署文件", "The signer's certificate is not for documents."),
  TIME_STAMP_INVALID(
      "RFC 3161 §2.4.2",
      "时间戳无效，或不是为这个签名加盖的",
      "The time stamp is not sound, or not over this signature."),
  OUTSIDE_VALIDITY(
      "RFC 5280 §4.1.2.5", "签名时证书不在有效期内", "A certificate was not valid at the time of signing."),
  CHAIN_INVALID("RFC 5280 §6.1", "签名者的证书链无效", "The signer's certificate chain is not sound."),
  OTHER_SIGNED_ATTRIBUTES(
      "ETSI EN 319 142-1 §6.3",
      "签名所含的签名属性与证书的不同",
      "The signature covers other attributes than a certificate's does."),
  UNSIGNED_ATTRIBUTES_ADDED(
      "RFC 5652 §5.3",
      "签名之后被改动：签名数据中加入了签名没有覆盖的属性",
      "Altered after signing: attributes that the signature does not cover were added to it."),
  CERTIFICATES_ADDED(
      "RFC 5652 §5.1",
      "签名之后被改动：签名数据中的证书有重复，或加入了签名者证书链以外的证书",
      "Altered after signing: a certificate in the signature is there twice, or was added."),
  REVOCATION_DATA_ADDED(
      "RFC 5652 §5.1",
      "签名之后被改动：签名数据中加入了吊销信息",
      "Altered after signing: revocation data were added to the signature."),
  TIME_STAMP_REMOVED(
      "ETSI EN 319 142-1 §6.3",
      "签名之后被改动：文件留有时间戳的位置，时间戳却被去掉",
      "Altered after signing: the file has room for a time stamp, which was removed."),
  NOT_AS_WRITTEN(
      "RFC 5652 §5.1, X.690 §10",
      "签名之后被改动：签名数据的编码与签发时的不同",
      "Altered after signing: the signature is not encoded as it was when the file was issued.");

  private final String clause;
  private final String chinese;
  private final String english;

  CmsFault(String clause, String chinese, String english) {
    this.clause = clause;
    this.chinese = chinese;
    this.english = english;
  }

  /** Stable. */
  public String code() {
    return name();
  }

  public String clause() {
    return clause;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
