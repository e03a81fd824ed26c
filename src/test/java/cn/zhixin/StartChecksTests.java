package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class StartChecksTests {
  private static void check(Map<String, Object> properties) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("t", properties));
    new StartChecks().initialize(context);
  }

  @Test
  void namesAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatExceptionOfType(StartChecks.CannotStart.class)
          .isThrownBy(
              () -> check(Map.of("zhixin.roles", "public", "server.port", taken.getLocalPort())))
          .withMessageContaining("端口 " + taken.getLocalPort())
          .withMessageContaining("--server.port=9090");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kitchen", "Office", "office,public,kitchen", "office public", ""})
  void namesARoleThatIsNone(String roles) {
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(() -> check(Map.of("zhixin.roles", roles, "server.port", 0)))
        .withMessageContaining("zhixin.roles（--roles）应为 office、public")
        .withMessageContaining("zhixin.roles (--roles) is office, public")
        .withMessageContaining("“" + roles + "”");
  }

  @Test
  void takesBothRolesWithASpaceBetweenThem() {
    assertThatCode(
            () ->
                check(
                    Map.of(
                        "zhixin.roles",
                        "public, office",
                        "zhixin.public-address",
                        "https://zc.cn",
                        "zhixin.signing.key-store",
                        "issuing.p12",
                        "server.port",
                        0)))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheSettingThatAnOfficeLacks() {
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(() -> check(Map.of("server.port", 0)))
        .withMessageContaining("zhixin.public-address");
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(() -> check(Map.of("server.port", 0, "zhixin.public-address", "https://zc.cn")))
        .withMessageContaining("zhixin.signing.key-store");
    assertThatCode(() -> check(Map.of("server.port", 0, "zhixin.roles", "public")))
        .doesNotThrowAnyException();
  }

  /** A request's {@code Host} would be signed into receipts. */
  @Test
  void namesTheAddressThatReceiptsLack() {
    Map<String, Object> receipts =
        Map.of(
            "server.port",
            0,
            "zhixin.roles",
            "public",
            "zhixin.receipts.key-store",
            "receipts.p12");
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(() -> check(receipts))
        .withMessageContaining("zhixin.public-address");
    for (String name :
        new String[] {"zhixin.public-address", "zhixin.verification.public-address"}) {
      Map<String, Object> complete = new HashMap<>(receipts);
      complete.put(name, "https://zc.cn");
      assertThatCode(() -> check(complete)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999", "-1", "abc", "80 80", "18210,99999"})
  void namesAPortThatIsNone(String port) {
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(() -> check(Map.of("zhixin.roles", "public", "server.port", port)))
        .withMessageContaining("server.port 应为")
        .withMessageContaining("server.port is a whole number from 1 to 65535")
        .withMessageContaining("“" + port + "”");
  }

  @Test
  void knowsThatMinusOneIsNoPortForOperations() {
    assertThatCode(
            () ->
                check(
                    Map.of(
                        "zhixin.roles", "public", "server.port", 0, "management.server.port", -1)))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(
            () -> check(Map.of("zhixin.roles", "public", "management.server.port", "health")))
        .withMessageContaining("management.server.port 应为");
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, nonsense",
    "http://cache, http://cache",
    "redis://cache:99999, redis://cache:99999",
    "redis://cache/first, redis://cache/first",
    "redis://:s^cret@cache, redis://…@cache",
    "redis://:s#cret@cache, redis://…@cache"
  })
  void namesAnAddressThatIsNoRedis(String address, String shown) {
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(
            () ->
                check(
                    Map.of(
                        "zhixin.roles", "public", "server.port", 0, "zhixin.redis.url", address)))
        .withMessageContaining("zhixin.redis.url 应为")
        .withMessageContaining("zhixin.redis.url is redis://")
        .withMessageContaining("“" + shown + "”")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("cret@"));
  }
}
