package cn.zhixin.signing;

/** What is missing to tell whether a document's signature is sound. */
public enum CmsGap {
  UNKNOWN_ISSUER("签名者的证书不在所信任的机构之下，无法判断", "No trusted authority stands above the signer."),
  UNKNOWN_TIME_STAMP_AUTHORITY(
      "时间戳的签发机构不在所信任的机构之下，无法判断时间戳是否仍是签发时的那一个",
      "No trusted authority stands above the time stamp, so it cannot be told whether it is the one"
          + " that was issued."),
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
