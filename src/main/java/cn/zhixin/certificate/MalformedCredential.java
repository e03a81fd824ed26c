package cn.zhixin.certificate;

import org.jspecify.annotations.Nullable;

/** Bytes that are not the claims of a credential; the message says what was expected and found. */
public final class MalformedCredential extends Exception {
  MalformedCredential(String message) {
    this(message, null);
  }

  MalformedCredential(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
