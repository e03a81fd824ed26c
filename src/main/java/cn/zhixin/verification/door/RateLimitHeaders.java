package cn.zhixin.verification.door;

import cn.zhixin.verification.door.Decision.Standing;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a client is told of its limits (draft-ietf-httpapi-ratelimit-headers-10; structured fields
 * of RFC 9651).
 */
public final class RateLimitHeaders {
  public static final String POLICY = "RateLimit-Policy";
  public static final String STANDING = "RateLimit";

  private RateLimitHeaders() {}

  /**
   * Sets what there is to tell of a request that was counted; nothing of any other.
   *
   * @param asked the limits that it was counted in
   */
  static void tell(HttpServletResponse response, List<Limit> asked, Decision decision) {
    boolean counted =
        !(decision instanceof Decision.Admitted admitted) || !admitted.standings().isEmpty();
    if (!asked.isEmpty() && counted) {
      response.setHeader(POLICY, policy(asked));
    }
    if (decision instanceof Decision.Refused refused) {
      Refusals.tell(response, refused);
    } else if (decision instanceof Decision.Admitted admitted && counted) {
      response.setHeader(STANDING, standing(admitted.standings()));
    }
  }

  /** {@code "lookups-3600s";q=30;w=3600}, one for each limit. */
  public static String policy(List<Limit> limits) {
    return limits.stream()
        .map(
            limit ->
                quoted(limit)
                    + ";q="
                    + limit.allowance().requests()
                    + ";w="
                    + limit.allowance().per().toSeconds())
        .collect(Collectors.joining(", "));
  }

  /** The limit of which least is left: {@code "lookups-3600s";r=29;t=120}. Not for no standing. */
  public static String standing(List<Standing> standings) {
    return standings.stream()
        .min(Comparator.comparingLong(Standing::remaining))
        .map(least -> standing(least.limit(), least.remaining(), least.resetAfter()))
        .orElseThrow();
  }

  public static String refused(Decision.Refused refused) {
    return standing(refused.limit(), 0, refused.retryAfter());
  }

  private static String standing(Limit limit, long remaining, Duration reset) {
    return quoted(limit) + ";r=" + remaining + ";t=" + seconds(reset);
  }

  private static String quoted(Limit limit) {
    return '"' + limit.name() + '"';
  }

  /** Whole seconds, rounded up: whoever waits that long is admitted. */
  public static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
