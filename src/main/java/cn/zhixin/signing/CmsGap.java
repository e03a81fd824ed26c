package cn.zhixin.signing;

/** What is missing to tell whether a document's signature is sound. */
public enum CmsGap {
  UNKNOWN_ISSUER("签名者的证书不在所信任的机构之下，无法判断", "No trusted authority stands above the signer."),
  UNSUPPORTED_ALGORITHM("签名采用了本系统不支持的算法，无法判断", "The signature's algorithm is not supported.");

  private final String chinese;
  private final String english;

  CmsGap(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** Stable. */
  public String code() {
    return name();
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
