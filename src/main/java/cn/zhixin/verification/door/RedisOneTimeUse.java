package cn.zhixin.verification.door;

import cn.zhixin.encoding.Digest;
import java.time.Duration;
import redis.clients.jedis.params.SetParams;

/**
 * One use for all nodes together, under {@code zhixin:used:<digest>}. While Redis does not answer,
 * one on each node.
 */
final class RedisOneTimeUse implements OneTimeUse {
  private static final String PREFIX = "zhixin:used:";

  private final RedisDoor redis;
  private final OneTimeUse own;

  RedisOneTimeUse(RedisDoor redis, OneTimeUse own) {
    this.redis = redis;
    this.own = own;
  }

  @Override
  public Use use(Digest thing, Duration kept) {
    if (own.use(thing, kept) == Use.REPEATED) {
      return Use.REPEATED;
    }
    SetParams onlyFirst = SetParams.setParams().nx().px(kept.toMillis());
    // SET … NX answers nothing at all for a key that is there
    return redis
        .ask(
            client ->
                client.set(PREFIX + thing.toHex(), "1", onlyFirst) == null
                    ? Use.REPEATED
                    : Use.FIRST)
        .orElse(Use.FIRST);
  }
}
