package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EffectiveSettingsTests {
  private static final String SALT = "3f";
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
    assertThat(of(now).changedSince(of(FILE).digests(SALT), SALT))
        .containsExactly("+management.server.port", "-zhixin.public-address", "zhixin.roles");
    assertThat(of(FILE).changedSince(of(FILE).digests(SALT), SALT)).isEmpty();
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
                .changedSince(of(FILE).digests(SALT), SALT))
        .isEmpty();
  }

  @Test
  void takesTheFirstThatSaysSomething() {
    StandardEnvironment environment = bare();
    environment.getPropertySources().addLast(new MapPropertySource("file", FILE));
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("process", Map.of("ZHIXIN_ROLES", "office")));
    assertThat(EffectiveSettings.of(environment).changedSince(of(FILE).digests(SALT), SALT))
        .containsExactly("ZHIXIN_ROLES");
  }

  /** A folder and a port decide nothing; neither does which password or address it is. */
  @Test
  void letsPassWhatDecidesNothing() {
    Map<String, Object> now = new LinkedHashMap<>(FILE);
    now.put("server.port", 18081);
    now.put("zhixin.home", "/var/lib/zhixin");
    now.put("zhixin.database.password", "another");
    assertThat(of(now).changedSince(of(FILE).digests(SALT), SALT)).isEmpty();
    now.put("zhixin.database.password", "");
    assertThat(of(now).changedSince(of(FILE).digests(SALT), SALT))
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
    assertThat(of(now).changedSince(of(then).digests(SALT), SALT)).isEmpty();
    now.put("TSA", "embedded");
    now.put("DB_URL", "jdbc:postgresql://127.0.0.1/zhixin");
    assertThat(of(now).changedSince(of(then).digests(SALT), SALT))
        .containsExactly("zhixin.database.url", "zhixin.signing.time-stamp");
  }

  /** A management port may be any, but it is another node that has one of its own. */
  @Test
  void tellsThePortOfTheManagementOnlyByWhoseItIs() {
    Map<String, Object> then = new LinkedHashMap<>(FILE);
    then.put("server.port", 18081);
    then.put("management.server.port", 9000);
    Map<String, Object> now = new LinkedHashMap<>(then);
    now.put("server.port", 8080);
    now.put("management.server.port", 9001);
    assertThat(of(now).changedSince(of(then).digests(SALT), SALT)).isEmpty();
    for (int another : new int[] {8080, -1}) {
      now.put("management.server.port", another);
      assertThat(of(now).changedSince(of(then).digests(SALT), SALT))
          .containsExactly("management.server.port");
    }
  }

  /** The document as a whole, whose properties count one by one; and how much is logged. */
  @Test
  void letsPassTheWayInWhichPropertiesCame() {
    Map<String, Object> now = new LinkedHashMap<>(FILE);
    now.put("SPRING_APPLICATION_JSON", "{\"zhixin.roles\": \"public\"}");
    now.put("logging.level.root", "debug");
    assertThat(of(now).changedSince(of(FILE).digests(SALT), SALT)).isEmpty();
  }

  @Test
  void tellsNamesApartThatDifferInCharactersOnly() {
    Map<String, Object> names = Map.of("zhixin.a[\u7532]", "one", "zhixin.a[\u4e59]", "two");
    assertThat(of(names).digests(SALT)).hasSize(2);
  }

  @Test
  void writesNoValueDownAndAlikeOnesDifferently() {
    assertThat(of(FILE).digests(SALT).values())
        .allSatisfy(digest -> assertThat((String) digest).matches("[0-9a-f]{16} [a-z.-]+"));
    assertThat(of(FILE).digests("40").get("zhixinroles"))
        .isNotEqualTo(of(FILE).digests(SALT).get("zhixinroles"));
  }

  @Test
  void countsOfASecretOnlyWhetherThereIsOne() {
    Map<String, Object> now = new LinkedHashMap<>(FILE);
    now.put("zhixin.answers.mac-key", "one");
    Properties then = of(now).digests(SALT);
    now.put("zhixin.answers.mac-key", "another");
    assertThat(of(now).changedSince(then, SALT)).isEmpty();
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
