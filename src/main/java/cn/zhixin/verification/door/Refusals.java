package cn.zhixin.verification.door;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** Tells a client that it asked too often, whoever found that out. */
public final class Refusals {
  private Refusals() {}

  /** Sets headers only: when to ask again, and which limit it was. */
  public static void tell(HttpServletResponse response, Decision.Refused refused) {
    response.setHeader(
        HttpHeaders.RETRY_AFTER, Long.toString(RateLimitHeaders.seconds(refused.retryAfter())));
    response.setHeader(RateLimitHeaders.STANDING, RateLimitHeaders.refused(refused));
  }
}
