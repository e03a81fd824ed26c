package cn.zhixin.signing;

/** A file that holds no private key of the kind that was expected. Says nothing of its content. */
public final class MalformedKey extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param name of the file
   * @param kind that was expected
   * @param chinese what is wrong
   * @param english the same
   */
  MalformedKey(String name, RawKeyKind kind, String chinese, String english) {
    super(
        String.format(
            "%s 中没有可用的 %s 私钥：%s；应为 PKCS#8 格式、不设密码的 PEM 文件（BEGIN PRIVATE KEY），ledger new-key"
                + " 生成的就是 / %s holds no %s private key that can be used: %s; it is a PEM file in"
                + " PKCS#8 without a password (BEGIN PRIVATE KEY), as \"ledger new-key\" makes one",
            name, kind, chinese, name, kind, english));
  }
}
