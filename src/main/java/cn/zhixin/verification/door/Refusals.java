package cn.zhixin.verification.door;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  /** A full minute: whoever comes again then is not told to wait once more. */
  public static Instant again(Decision.Refused refused, Instant now) {
    return now.plusSeconds(RateLimitHeaders.seconds(refused.retryAfter()))
        .truncatedTo(ChronoUnit.MINUTES)
        .plus(1, ChronoUnit.MINUTES);
  }
}
