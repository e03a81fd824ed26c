package cn.zhixin.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server cannot run here; the message says why and what to set instead. */
public class EmbeddedServerUnavailable extends RuntimeException {
  private static final String INSTEAD =
      System.lineSeparator()
          + "Set zhixin.database.url (with zhixin.database.user and zhixin.database.password) to a"
          + " PostgreSQL server of your own, and zhixin.redis.url to a Redis or"
          + " zhixin.redis.embedded=false.";

  EmbeddedServerUnavailable(String message) {
    this(message, null);
  }

  EmbeddedServerUnavailable(String message, @Nullable Throwable cause) {
    super(message + INSTEAD, cause);
  }
}
