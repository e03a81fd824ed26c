package cn.zhixin;

import cn.zhixin.embedded.EmbeddedServers;
import java.nio.file.Path;

/** The real servers that all tests of a build share, under {@code target}; kept warm between. */
final class TestServers {
  static final EmbeddedServers OPEN = open();

  private TestServers() {}

  private static EmbeddedServers open() {
    EmbeddedServers servers = EmbeddedServers.open(Path.of("target/zhixin-test"), true);
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    return servers;
  }
}
