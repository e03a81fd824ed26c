package cn.zhixin.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How answers are kept and made. No value here can make an answer stale: that rests on {@code
 * zhixin.freshness} alone.
 *
 * @param pollInterval between two queries of the feed of states; well below {@code
 *     zhixin.freshness.lease}, or answers are read from the registry
 * @param notFoundKept how long an unknown code is remembered as unknown; at most a minute. A
 *     certificate issued under it ends that at once
 * @param registryTimeout how long a reader waits for the registry before the answer is "cannot be
 *     confirmed"; at most a minute
 * @param registryReads reads of the registry at once; below the size of the database's pool
 * @param memory that ready-made answers may take in this process
 * @param redisTimeout for each answer of Redis, connecting included; a slow Redis delays an answer
 *     by no more than this
 * @param redisKept how long an answer stays in Redis
 * @param macKey secret that seals answers in Redis, at least 16 characters, the same on all nodes;
 *     empty for one made at random and kept in the home folder. Who knows it and can write to Redis
 *     can make answers
 */
@PublicRole
@ConfigurationProperties("zhixin.answers")
public record AnswersProperties(
    @DefaultValue("200ms") Duration pollInterval,
    @DefaultValue("5s") Duration notFoundKept,
    @DefaultValue("2s") Duration registryTimeout,
    @DefaultValue("6") int registryReads,
    @DefaultValue("64MB") DataSize memory,
    @DefaultValue("100ms") Duration redisTimeout,
    @DefaultValue("1d") Duration redisKept,
    @DefaultValue("") String macKey) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "AnswersProperties[redisTimeout=" + redisTimeout + ", memory=" + memory + "]";
  }
}
