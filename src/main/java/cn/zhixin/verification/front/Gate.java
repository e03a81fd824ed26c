package cn.zhixin.verification.front;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides whether a client may ask now. Called on event loops: decides at once, never waits. */
@FunctionalInterface
public interface Gate {
  Decision decide(InetAddress client);

  /** Lets everybody in. */
  static Gate open() {
    return client -> Admitted.UNCOUNTED;
  }

  /** What becomes of a request. */
  sealed interface Decision {}

  /**
   * It is answered.
   *
   * @param quota told in the answer's headers, or null for none
   */
  record Admitted(@Nullable Quota quota) implements Decision {
    static final Admitted UNCOUNTED = new Admitted(null);
  }

  /** It is refused with 429; {@code retryAfter} is told in whole seconds. */
  record Refused(Quota quota, Duration retryAfter) implements Decision {}

  /**
   * What a client has left (draft-ietf-httpapi-ratelimit-headers §3, §4).
   *
   * @param name of the limit, lower-case letters, digits and hyphens
   * @param limit requests in a window
   * @param window in seconds
   * @param remaining requests, at least 0
   * @param reset seconds until there are more
   */
  record Quota(String name, long limit, long window, long remaining, long reset) {
    public Quota {
      if (limit < 0 || window < 1 || remaining < 0 || reset < 0) {
        throw new IllegalArgumentException("a quota counts upwards from nothing");
      }
    }

    /** Value of {@code RateLimit-Policy}. */
    String policy() {
      return "\"" + name + "\";q=" + limit + ";w=" + window;
    }

    /** Value of {@code RateLimit}. */
    String state() {
      return "\"" + name + "\";r=" + remaining + ";t=" + reset;
    }
  }
}
