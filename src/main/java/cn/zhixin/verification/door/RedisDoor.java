package cn.zhixin.verification.door;

import cn.zhixin.verification.redis.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;

/**
 * The one connection of throttling and challenges to Redis. A Redis that fails several times in a
 * row is left alone and tried again once a second: then nothing waits for it.
 */
final class RedisDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisDoor.class);
  private static final int FAILURES_TO_OPEN = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int CONNECTIONS = 8;

  private final RedisClient client;
  private final CircuitBreaker circuit =
      new CircuitBreaker(FAILURES_TO_OPEN, PAUSE, System::nanoTime);

  /**
   * @param server {@code redis://[user:password@]host:port[/database]}, or {@code rediss://} for
   *     TLS
   * @param timeout for connecting, for each command, and for getting a connection
   */
  RedisDoor(URI server, Duration timeout) {
    client = RedisConnections.open(server, timeout, CONNECTIONS);
  }

  RedisClient client() {
    return client;
  }

  /** Empty while Redis does not answer. */
  <T> Optional<T> ask(Function<RedisClient, T> question) {
    if (!circuit.allows()) {
      return Optional.empty();
    }
    try {
      T answer = question.apply(client);
      circuit.succeeded();
      return Optional.of(answer);
    } catch (RuntimeException e) {
      // not of Jedis alone: what lies in Redis may be somebody's rubbish, which stops nobody either
      if (circuit.failed()) {
        LOG.warn("Redis does not answer: each node counts for itself: {}", e.toString());
      }
      return Optional.empty();
    }
  }

  boolean leftAlone() {
    return circuit.isOpen();
  }

  @Override
  public void close() {
    client.close();
  }
}
