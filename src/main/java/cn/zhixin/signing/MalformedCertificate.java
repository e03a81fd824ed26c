package cn.zhixin.signing;

import org.jspecify.annotations.Nullable;

/** A file that holds no certificate. */
public final class MalformedCertificate extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedCertificate(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
