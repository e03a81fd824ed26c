package cn.zhixin;

import cn.zhixin.encoding.WrongValue;
import cn.zhixin.role.Role;
import cn.zhixin.role.Roles;
import cn.zhixin.verification.redis.RedisEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Looks at ports, addresses and keys before database and Redis are started for nothing. What it
 * lets pass is checked again where it is used.
 */
final class StartChecks
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
  private static final int USUAL = 8080;
  private static final int USUAL_OTHER = 9090;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
  private static final int LARGEST = 65_535;

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    Roles roles = Roles.of(environment);
    requireKnown(roles);
    boolean office = roles.have(Role.OFFICE);
    if (office && !StringUtils.hasText(environment.getProperty("zhixin.public-address"))) {
      throw new CannotStart(
          "没有设置 zhixin.public-address（印入每个二维码的网址，如 https://zc.example.gov.cn） /"
              + " zhixin.public-address is not set: the address that every QR leads to");
    }
    if (office
        && Binder.get(environment)
            .bind("zhixin.signing.key-store", Bindable.listOf(String.class))
            .orElse(List.of())
            .isEmpty()) {
      throw new CannotStart(
          "没有设置 zhixin.signing.key-store（签发密钥的 PKCS#12 文件） /"
              + " zhixin.signing.key-store is not set: the PKCS#12 file with the issuing key");
    }
    if (signsReceipts(environment) && !knowsItsAddress(environment)) {
      // else a receipt would be signed with whatever host its asker named, in its QR too
      throw new CannotStart(
          "设置了 zhixin.receipts.key-store，却没有设置 zhixin.public-address（核验报告里签入的网址） /"
              + " zhixin.receipts.key-store is set, but not zhixin.public-address: the address that"
              + " is signed into every receipt");
    }
    requireRedisAddress(environment.getProperty("zhixin.redis.url", ""));
    port(environment, "management.server.port", -1);
    requireFree(port(environment, "server.port", 0), environment.getProperty("server.address"));
  }

  private static void requireKnown(Roles roles) {
    if (!roles.areKnown()) {
      throw new CannotStart(
          WrongValue.of(
              "zhixin.roles（--roles）应为 office、public，或两者用逗号隔开",
              "zhixin.roles (--roles) is office, public, or both with a comma between them",
              roles.written()));
    }
  }

  private static void requireRedisAddress(String address) {
    if (!StringUtils.hasText(address)) {
      return;
    }
    try {
      RedisEndpoint.at(URI.create(address));
    } catch (IllegalArgumentException e) {
      throw new CannotStart(
          WrongValue.of(
              "zhixin.redis.url",
              "应为 redis://[用户:密码@]主机:端口[/库号]，或以 rediss:// 开头（TLS），" + "密码中的特殊字符写成 %XX，没有 Redis 就留空",
              "is redis://[user:password@]host:port[/database], or rediss://… for TLS, special"
                  + " characters of a password as %XX, or empty where there is no Redis",
              ShownAddress.of(address)));
    }
  }

  /**
   * @param least −1 where that stands for no server
   */
  private static int port(ConfigurableEnvironment environment, String setting, int least) {
    String written = environment.getProperty(setting, "").strip();
    if (written.isEmpty()) {
      return USUAL;
    }
    int port = NUMBER.matcher(written).matches() ? Integer.parseInt(written) : Integer.MIN_VALUE;
    if (port >= least && port <= LARGEST) {
      return port;
    }
    throw new CannotStart(
        WrongValue.of(
            setting,
            "应为 1 到 65535 的整数（0：任取空闲端口），如 8080",
            "is a whole number from 1 to 65535 (0: any free port), such as 8080",
            written));
  }

  private static boolean signsReceipts(ConfigurableEnvironment environment) {
    return StringUtils.hasText(environment.getProperty("zhixin.receipts.key-store"));
  }

  private static boolean knowsItsAddress(ConfigurableEnvironment environment) {
    return StringUtils.hasText(environment.getProperty("zhixin.public-address"))
        || StringUtils.hasText(environment.getProperty("zhixin.verification.public-address"));
  }

  private static void requireFree(int port, @Nullable String address) {
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          address == null
              ? new InetSocketAddress(port)
              : new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      int other = port == USUAL_OTHER ? USUAL_OTHER + 1 : USUAL_OTHER;
      throw new CannotStart(
          String.format(
              "端口 %d 不能使用，可能已被占用；用 --server.port=%d 换一个 /"
                  + " port %d cannot be used, perhaps it is taken; choose another with"
                  + " --server.port=%d",
              port, other, port, other));
    }
  }

  /** A setting that the service cannot run with. */
  static final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotStart(String sentence) {
      super(sentence);
    }
  }
}
