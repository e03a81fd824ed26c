package cn.zhixin.issuance;

import org.jspecify.annotations.Nullable;

/** A batch could not go on: a store is full, the database is gone, a key may not sign. */
public final class IssuingFailed extends Exception {
  private static final long serialVersionUID = 1;

  IssuingFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
