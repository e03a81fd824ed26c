package cn.zhixin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Looks at port, address and keys before database and Redis are started for nothing. What it lets
 * pass is checked again where it is used.
 */
final class StartChecks
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
  private static final int USUAL_OTHER = 9090;

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    boolean office = environment.getProperty("zhixin.roles", "office,public").contains("office");
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
    requireFree(
        environment.getProperty("server.port", Integer.class, 8080),
        environment.getProperty("server.address"));
  }

  private static boolean signsReceipts(ConfigurableEnvironment environment) {
    return StringUtils.hasText(environment.getProperty("zhixin.receipts.key-store"));
  }

  private static boolean knowsItsAddress(ConfigurableEnvironment environment) {
    return StringUtils.hasText(environment.getProperty("zhixin.public-address"))
        || StringUtils.hasText(environment.getProperty("zhixin.verification.public-address"));
  }

  private static void requireFree(int port, @Nullable String address) {
    if (port <= 0) {
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
