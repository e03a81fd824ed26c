package cn.zhixin.signing;

import org.jspecify.annotations.Nullable;

/** A PKCS#12 store or a token that cannot be opened, or a key in it that cannot sign. */
public final class UnusableKeyStore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableKeyStore(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
