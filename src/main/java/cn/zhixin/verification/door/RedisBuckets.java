package cn.zhixin.verification.door;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Buckets in Redis under {@code zhixin:limit:<32 hexadecimal digits>}, a MAC over limit and subject
 * with the nodes' secret: what is in Redis names no address, key or code. A bucket is gone once it
 * is full. The time is the node's: clocks that differ let one node be stricter by the difference.
 */
final class RedisBuckets implements SharedBuckets {
  private static final String PREFIX = "zhixin:limit:";
  private static final int NAME_LENGTH = 32;
  private static final Duration KEPT_BEYOND = Duration.ofSeconds(10);

  private final RedisDoor redis;
  private final GroupSecret secret;
  private final ProxyManager<byte[]> buckets;

  RedisBuckets(RedisDoor redis, GroupSecret secret) {
    this.redis = redis;
    this.secret = secret;
    this.buckets =
        Bucket4jJedis.casBasedBuilder(redis.client())
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_BEYOND))
            .build();
  }

  @Override
  public Optional<Decision> take(Limit limit, Subject subject) {
    byte[] key = key(limit, subject);
    return redis.ask(
        client ->
            decision(
                limit,
                buckets
                    .builder()
                    .build(key, () -> configuration(limit.allowance()))
                    .tryConsumeAndReturnRemaining(1)));
  }

  private byte[] key(Limit limit, Subject subject) {
    String text = limit.name() + "\n" + subject.kind() + "\n" + subject.value();
    String name = secret.derive("limit", text).toHex().substring(0, NAME_LENGTH);
    return (PREFIX + name).getBytes(StandardCharsets.US_ASCII);
  }

  private static BucketConfiguration configuration(Allowance allowance) {
    return BucketConfiguration.builder()
        .addLimit(
            bandwidth ->
                bandwidth
                    .capacity(allowance.requests())
                    .refillGreedy(allowance.requests(), allowance.per()))
        .build();
  }

  private static Decision decision(Limit limit, ConsumptionProbe probe) {
    return probe.isConsumed()
        ? new Decision.Admitted(
            List.of(
                new Decision.Standing(
                    limit,
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForReset()))))
        : new Decision.Refused(limit, Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  @Override
  public boolean leftAlone() {
    return redis.leftAlone();
  }

  @Override
  public void close() {
    redis.close();
  }
}
