package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EffectiveSettingsTests {
  private static final Map<String, Object> FILE =
      Map.of(
          "zhixin.roles", "public",
          "zhixin.public-address", "https://zc.example.gov.cn",
          "zhixin.database.password", "one");

  @Test
  void tellsWhichAreOthersNowAndWhichAreGone() {
    Map<String, Object> now = new LinkedHashMap<>(FILE);
    now.put("zhixin.roles", "office,public");
    now.put("management.server.port", 9000);
    now.remove("zhixin.public-address");
    assertThat(of(now).changedSince(of(FILE).digests()))
        .containsExactly("management.server.port", "zhixin.roles", "zhixinpublicaddress");
    assertThat(of(FILE).changedSince(of(FILE).digests())).isEmpty();
  }

  @Test
  void knowsASettingHoweverItIsWritten() {
    assertThat(
            of(Map.of(
                    "ZHIXIN_ROLES", "public",
                    "ZHIXIN_PUBLICADDRESS", "https://zc.example.gov.cn",
                    "zhixin.database.password", "one",
                    "PATH", "/bin",
                    "JAVA_HOME", "/opt/jdk-25"))
                .changedSince(of(FILE).digests()))
        .isEmpty();
  }

  @Test
  void takesTheFirstThatSaysSomething() {
    StandardEnvironment environment = bare();
    environment.getPropertySources().addLast(new MapPropertySource("file", FILE));
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("process", Map.of("ZHIXIN_ROLES", "office")));
    assertThat(EffectiveSettings.of(environment).changedSince(of(FILE).digests()))
        .containsExactly("ZHIXIN_ROLES");
  }

  /** A folder and a port decide nothing; neither does which password or address it is. */
  @Test
  void letsPassWhatDecidesNothing() {
    Map<String, Object> now = new LinkedHashMap<>(FILE);
    now.put("server.port", 18081);
    now.put("zhixin.home", "/var/lib/zhixin");
    now.put("zhixin.database.password", "another");
    assertThat(of(now).changedSince(of(FILE).digests())).isEmpty();
    now.put("zhixin.database.password", "");
    assertThat(of(now).changedSince(of(FILE).digests()))
        .containsExactly("zhixin.database.password");
  }

  /** What stands behind a placeholder counts, and a port in it no more than any port. */
  @Test
  void looksBehindPlaceholders() {
    Map<String, Object> then = new LinkedHashMap<>();
    then.put("zhixin.signing.time-stamp", "${TSA:none}");
    then.put("zhixin.database.url", "${DB_URL:}");
    then.put("zhixin.public-address", "http://localhost:${server.port}");
    then.put("zhixin.verification.public-address", "${zhixin.public-address:}");
    then.put("server.port", 8080);
    Map<String, Object> now = new LinkedHashMap<>(then);
    now.put("server.port", 18081);
    assertThat(of(now).changedSince(of(then).digests())).isEmpty();
    now.put("TSA", "embedded");
    now.put("DB_URL", "jdbc:postgresql://127.0.0.1/zhixin");
    assertThat(of(now).changedSince(of(then).digests()))
        .containsExactly("zhixin.database.url", "zhixin.signing.time-stamp");
  }

  @Test
  void writesNoValueDown() {
    assertThat(of(FILE).digests().values())
        .allSatisfy(digest -> assertThat((String) digest).matches("[0-9a-f]{16}"));
  }

  private static EffectiveSettings of(Map<String, Object> settings) {
    StandardEnvironment environment = bare();
    environment.getPropertySources().addLast(new MapPropertySource("settings", settings));
    return EffectiveSettings.of(environment);
  }

  /** Without those of the process that runs the tests. */
  private static StandardEnvironment bare() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    environment
        .getPropertySources()
        .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    return environment;
  }
}
