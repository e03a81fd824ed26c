package cn.zhixin.verification.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisEndpointTests {
  private static RedisEndpoint at(String address) {
    return RedisEndpoint.at(URI.create(address));
  }

  @Test
  void readsWhatAnAddressMaySay() {
    assertThat(at("redis://cache"))
        .isEqualTo(new RedisEndpoint("cache", 6_379, null, null, 0, false));
    assertThat(at("redis://cache:6400/"))
        .isEqualTo(new RedisEndpoint("cache", 6_400, null, null, 0, false));
    assertThat(at("rediss://[::1]:6400/12"))
        .isEqualTo(new RedisEndpoint("::1", 6_400, null, null, 12, true));
    assertThat(at("redis://:s%40cret:x@cache"))
        .isEqualTo(new RedisEndpoint("cache", 6_379, null, "s@cret:x", 0, false));
    assertThat(at("redis://zhixin:secret@cache/1"))
        .isEqualTo(new RedisEndpoint("cache", 6_379, "zhixin", "secret", 1, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://cache", "cache", "redis:cache", "redis://:secret@cache/one"})
  void saysWhatItWantsAndNoPassword(String address) {
    assertThatThrownBy(() -> at(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Redis")
        .hasMessageNotContaining("secret");
  }

  @Test
  void keepsThePasswordToItself() {
    assertThat(at("redis://zhixin:secret@cache").toString()).isEqualTo("cache:6379");
  }
}
