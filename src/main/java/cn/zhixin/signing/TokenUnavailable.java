package cn.zhixin.signing;

import org.jspecify.annotations.Nullable;

/** A key in a PKCS #11 token could not be used: it may be tried again when the token is back. */
public final class TokenUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TokenUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
