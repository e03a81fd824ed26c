package cn.zhixin.verification.front;

import cn.zhixin.verification.door.AddressLimiter;
import cn.zhixin.verification.door.Decision.Standing;
import cn.zhixin.verification.door.Limit;
import cn.zhixin.verification.door.RateLimitHeaders;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Admits answers by the limits for each address, of which the one that is nearest is told. */
final class DoorGate implements Gate {
  private final AddressLimiter limiter;

  DoorGate(AddressLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public Decision decide(InetAddress client) {
    cn.zhixin.verification.door.Decision decision = limiter.decide(client);
    if (decision instanceof cn.zhixin.verification.door.Decision.Refused refused) {
      return new Refused(quota(refused.limit(), 0, refused.retryAfter()), refused.retryAfter());
    }
    return decision instanceof cn.zhixin.verification.door.Decision.Admitted admitted
            && !admitted.standings().isEmpty()
        ? new Admitted(nearest(admitted))
        : Admitted.UNCOUNTED;
  }

  private static @Nullable Quota nearest(cn.zhixin.verification.door.Decision.Admitted admitted) {
    return admitted.standings().stream()
        .min(Comparator.comparingLong(Standing::remaining))
        .map(least -> quota(least.limit(), least.remaining(), least.resetAfter()))
        .orElse(null);
  }

  private static Quota quota(Limit limit, long remaining, Duration reset) {
    return new Quota(
        limit.name(),
        limit.allowance().requests(),
        Math.max(1, limit.allowance().per().toSeconds()),
        remaining,
        RateLimitHeaders.seconds(reset));
  }
}
