package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class UnknownSettingsTests {
  private static void look(Map<String, Object> file, Map<String, Object> variables) {
    GenericApplicationContext context = new GenericApplicationContext();
    MutablePropertySources sources = context.getEnvironment().getPropertySources();
    // those of the build itself
    sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    sources.addFirst(new MapPropertySource("config/application.yml", file));
    sources.addFirst(new SystemEnvironmentPropertySource("variables", variables));
    new UnknownSettings()
        .onApplicationEvent(
            new ApplicationFailedEvent(
                new SpringApplication(), new String[0], context, new IllegalStateException()));
  }

  @Test
  void warnsOfAMistypedNameAndSaysWhere(CapturedOutput output) {
    look(Map.of("zhixin.redis.ulr", "redis://:secret@c"), Map.of("ZHIXIN_DATBASE_URL", "secret"));
    assertThat(output.getAll())
        .contains(
            "没有 zhixin.redis.ulr 这项设置（config/application.yml），它不起作用；是不是 zhixin.redis.url？",
            "there is no setting zhixin.redis.ulr: it has no effect; did you mean"
                + " zhixin.redis.url?",
            "there is no setting ZHIXIN_DATBASE_URL: it has no effect; did you mean"
                + " zhixin.database.url?")
        .doesNotContain("secret");
  }

  @Test
  void saysNothingOfWhatIsReadHoweverItIsWritten(CapturedOutput output) {
    look(
        Map.of(
            "zhixin.redis.url", "",
            "zhixin.signing.keyStore[0]", "",
            "zhixin.ledger.witnesses[1].key", "",
            "zhixin.certificate.number-patterns[13]", "",
            "zhixin.limits", ""),
        Map.of(
            "ZHIXIN_DATABASE_URL", "",
            "ZHIXIN_PUBLIC_ADDRESS", "",
            "ZHIXIN_PUBLICADDRESS", "",
            "ZHIXIN_SIGNING_TRUST_0", "",
            "ZHIXIN_CERTIFICATE_NUMBERPATTERNS_13", ""));
    assertThat(output.getAll()).doesNotContain("no setting");
  }

  /** What Kubernetes sets for a service of the name zhixin. */
  @Test
  void takesNoVariableOfOthersForASetting(CapturedOutput output) {
    look(
        Map.of(),
        Map.of(
            "ZHIXIN_PORT", "tcp://10.0.0.1:80",
            "ZHIXIN_SERVICE_HOST", "10.0.0.1",
            "ZHIXIN_SERVICE_PORT", "80",
            "ZHIXIN_PORT_80_TCP_ADDR", "10.0.0.1"));
    assertThat(output.getAll()).doesNotContain("no setting");
  }
}
