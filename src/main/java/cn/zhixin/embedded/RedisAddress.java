package cn.zhixin.embedded;

/**
 * Where the embedded Redis listens, on 127.0.0.1 only.
 *
 * @param port 1 to 65535
 * @param password lower-case hexadecimal, so that it needs no escaping in an address
 */
public record RedisAddress(int port, String password) {
  public RedisAddress {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
  }

  public String host() {
    return "127.0.0.1";
  }

  /** With the password in it: not for logs. */
  public String url() {
    return "redis://:" + password + "@" + host() + ":" + port;
  }

  @Override
  public String toString() {
    return host() + ":" + port;
  }
}
