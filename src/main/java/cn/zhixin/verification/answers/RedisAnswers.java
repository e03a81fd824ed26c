package cn.zhixin.verification.answers;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

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
  private static final int CONNECTIONS = 16;

  private final RedisClient redis;
  private final EntrySeal seal;
  private final SetParams expiry;
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
    int millis = Math.toIntExact(timeout.toMillis());
    DefaultJedisClientConfig config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis)
            .user(JedisURIHelper.getUser(server))
            .password(JedisURIHelper.getPassword(server))
            .database(JedisURIHelper.getDBIndex(server))
            .ssl(JedisURIHelper.isRedisSSLScheme(server))
            .build();
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(timeout);
    redis =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(server))
            .clientConfig(config)
            .poolConfig(pool)
            .build();
    seal = new EntrySeal(secret);
    expiry = SetParams.setParams().px(kept.toMillis());
  }

  @Override
  public Optional<AnswerEntry> find(VerificationCode code) {
    if (!circuit.allows()) {
      return Optional.empty();
    }
    try {
      byte[] sealed = redis.get(key(code));
      circuit.succeeded();
      return sealed == null ? Optional.empty() : seal.open(code, sealed);
    } catch (JedisException e) {
      failed(e);
      return Optional.empty();
    }
  }

  @Override
  public void put(AnswerEntry entry) {
    if (!circuit.allows()) {
      return;
    }
    try {
      redis.set(key(entry.code()), seal.seal(entry), expiry);
      circuit.succeeded();
    } catch (JedisException e) {
      failed(e);
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

  private static byte[] key(VerificationCode code) {
    return (PREFIX + code.value()).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    redis.close();
  }
}
