package cn.zhixin.verification.redis;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Where a Redis listens, and what it wants to hear first.
 *
 * @param host a name or an address, without brackets
 * @param user null where the password alone is asked for
 * @param password null if none is asked for
 * @param database zero-based
 * @param tls whether it is spoken to over TLS
 */
@NamedInterface("redis-address")
public record RedisEndpoint(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    int database,
    boolean tls) {
  private static final int USUAL_PORT = 6_379;
  private static final int LARGEST_PORT = 65_535;

  /**
   * @param address {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss://}
   *     for TLS
   * @throws IllegalArgumentException if it is something else; the message has no password
   */
  public static RedisEndpoint at(URI address) {
    boolean tls = "rediss".equals(address.getScheme());
    String host = address.getHost();
    if (host == null
        || address.getPort() > LARGEST_PORT
        || (!tls && !"redis".equals(address.getScheme()))) {
      throw new IllegalArgumentException(
          "the address of a Redis is redis://[user:password@]host:port[/database] or rediss://…");
    }
    String[] user = address.getUserInfo() == null ? new String[0] : split(address.getUserInfo());
    return new RedisEndpoint(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        address.getPort() < 0 ? USUAL_PORT : address.getPort(),
        user.length < 2 || user[0].isEmpty() ? null : user[0],
        user.length < 2 || user[1].isEmpty() ? null : user[1],
        database(address.getPath()),
        tls);
  }

  /** A password may hold a colon. */
  private static String[] split(String user) {
    return user.split(":", 2);
  }

  private static int database(@Nullable String path) {
    if (path == null || path.length() < 2) {
      return 0;
    }
    String index = path.substring(1);
    try {
      return Integer.parseUnsignedInt(index);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the database of a Redis is a number, not " + index, e);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
