package cn.zhixin.verification.door;

import cn.zhixin.verification.redis.RedisEndpoint;
import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/** Connections to Redis on which nobody waits for long. */
final class RedisConnections {
  private RedisConnections() {}

  /**
   * @param server {@code redis://[user:password@]host[:port][/database]}, or {@code rediss://} for
   *     TLS
   * @param timeout for connecting, for each command, and for getting a connection
   * @param most at once
   */
  static RedisClient open(URI server, Duration timeout, int most) {
    RedisEndpoint endpoint = RedisEndpoint.at(server);
    int millis = Math.toIntExact(timeout.toMillis());
    DefaultJedisClientConfig config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis)
            .user(endpoint.user())
            .password(endpoint.password())
            .database(endpoint.database())
            .ssl(endpoint.tls())
            .build();
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(most);
    pool.setMaxIdle(most);
    pool.setMaxWait(timeout);
    // nobody reads figures there, and setting it up makes each start longer
    pool.setJmxEnabled(false);
    return RedisClient.builder()
        .hostAndPort(new HostAndPort(endpoint.host(), endpoint.port()))
        .clientConfig(config)
        .poolConfig(pool)
        .build();
  }
}
