package cn.zhixin;

import cn.zhixin.embedded.RedisAddress;

/** A real Redis for tests, shared by the build: keys of one test are to differ from another's. */
public final class TestRedis {
  private TestRedis() {}

  public static RedisAddress address() {
    return TestServers.OPEN.redis().orElseThrow();
  }
}
