package cn.zhixin.verification.door;

import cn.zhixin.encoding.Digest;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;

/** Lets everything be used once. Safe for all threads. */
public interface OneTimeUse {
  /** What became of a use. */
  enum Use {
    FIRST,
    REPEATED
  }

  /**
   * @param thing what is used
   * @param kept for how long a second use is to be noticed
   */
  Use use(Digest thing, Duration kept);

  /** Bounded: beyond a million things in their time the oldest are forgotten. */
  static OneTimeUse ofThisProcess() {
    Cache<Digest, Duration> used =
        Caffeine.newBuilder()
            .maximumSize(1_000_000)
            .expireAfter(Expiry.<Digest, Duration>creating((thing, kept) -> kept))
            .build();
    return (thing, kept) ->
        used.asMap().putIfAbsent(thing, kept) == null ? Use.FIRST : Use.REPEATED;
  }
}
