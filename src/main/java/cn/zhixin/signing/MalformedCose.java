package cn.zhixin.signing;

import org.jspecify.annotations.Nullable;

/** Bytes that are not the COSE_Sign1 that was expected. */
public final class MalformedCose extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedCose(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
