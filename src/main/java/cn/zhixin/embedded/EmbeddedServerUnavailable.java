package cn.zhixin.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server cannot run here; the message says why and what to set instead. */
public class EmbeddedServerUnavailable extends RuntimeException {
  private static final String INSTEAD =
      System.lineSeparator()
          + "内嵌的服务器不能在此运行，请改用自己的：设置 zhixin.database.url（以及 zhixin.database.user、"
          + "zhixin.database.password），以及 zhixin.redis.url 或 zhixin.redis.embedded=false /"
          + " the servers that come along cannot run here, use your own: set zhixin.database.url (with"
          + " zhixin.database.user and zhixin.database.password), and zhixin.redis.url or"
          + " zhixin.redis.embedded=false";

  EmbeddedServerUnavailable(String message) {
    this(message, null);
  }

  EmbeddedServerUnavailable(String message, @Nullable Throwable cause) {
    super(message + INSTEAD, cause);
  }
}
