package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.VerificationCode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Codes that came into being not long ago: a cached "not found" for one of them is void, whichever
 * of the two was there first.
 */
final class RecentlyIssued {
  /** Longer than any "not found" is kept and any read of the registry takes. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MOST = 500_000;

  private final Cache<VerificationCode, Boolean> codes =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  void add(VerificationCode code) {
    codes.put(code, Boolean.TRUE);
  }

  boolean contains(VerificationCode code) {
    return codes.getIfPresent(code) != null;
  }
}
