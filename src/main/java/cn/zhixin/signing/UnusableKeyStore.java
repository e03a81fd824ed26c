package cn.zhixin.signing;

/** A PKCS#12 store that cannot be opened, or a key in it that cannot sign. */
public final class UnusableKeyStore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableKeyStore(String message, Throwable cause) {
    super(message, cause);
  }
}
