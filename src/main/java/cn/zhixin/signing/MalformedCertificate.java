package cn.zhixin.signing;

import org.jspecify.annotations.Nullable;

/** A file that holds no certificate. */
public final class MalformedCertificate extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;

  MalformedCertificate(String file, @Nullable Throwable cause) {
    super(
        String.format(
            "%s 不是 PEM 或 DER 格式的 X.509 证书；请核对路径和文件内容 /"
                + " %s is no X.509 certificate in PEM or DER: look at its path and content",
            file, file),
        cause);
    this.file = file;
  }

  public String file() {
    return file;
  }
}
