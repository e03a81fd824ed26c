package cn.zhixin.verification.answers;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Shared answers in Redis, each under {@code zhixin:answer:<code>} and sealed with an HMAC, so that
 * whoever can write to Redis cannot make an answer. Redis being down, slow, wiped, poisoned or
 * rolled back costs speed only.
 */
public final class RedisAnswers implements SharedAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(RedisAnswers.class);
  private static final String PREFIX = "zhixin:answer:";
  private static final int FAILURES_TO_OPEN = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int CONNECTIONS = 2;

  private final RedisClient redis;
  private final EntrySeal seal;
  private final RedisPipeline pipeline;
  private final CircuitBreaker circuit =
      new CircuitBreaker(FAILURES_TO_OPEN, PAUSE, System::nanoTime);

  /**
   * @param server {@code redis://[user:password@]host:port[/database]}, or {@code rediss://} for
   *     TLS
   * @param timeout for connecting, for each command, and for getting a connection
   * @param kept how long an entry stays
   * @param secret seals the entries; all nodes that share them have the same
   */
  public RedisAnswers(URI server, Duration timeout, Duration kept, Bytes secret) {
    redis = RedisConnections.open(server, timeout, CONNECTIONS);
    seal = new EntrySeal(secret);
    pipeline =
        new RedisPipeline(
            redis, SetParams.setParams().px(kept.toMillis()), circuit::succeeded, this::failed);
  }

  /** Waits no longer than for two of Redis' answers. */
  @Override
  public Optional<AnswerEntry> find(VerificationCode code) {
    return seek(code).join();
  }

  @Override
  public CompletableFuture<Optional<AnswerEntry>> seek(VerificationCode code) {
    if (!circuit.allows()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    CompletableFuture<Optional<Bytes>> stored = pipeline.get(key(code));
    return stored.thenApply(found -> found.flatMap(bytes -> open(code, bytes)));
  }

  private Optional<AnswerEntry> open(VerificationCode code, Bytes bytes) {
    return seal.open(code, bytes.unsafeArray());
  }

  @Override
  public void put(AnswerEntry entry) {
    if (circuit.allows()) {
      pipeline.put(key(entry.code()), Bytes.wrap(seal.seal(entry)));
    }
  }

  @Override
  public boolean leftAlone() {
    return circuit.isOpen();
  }

  private void failed(JedisException e) {
    if (circuit.failed()) {
      LOG.warn("Redis does not answer and is left alone for a while: {}", e.getMessage());
    }
  }

  private static Bytes key(VerificationCode code) {
    return Bytes.ofUtf8(PREFIX + code.value());
  }

  @Override
  public void close() {
    pipeline.close();
    redis.close();
  }
}
