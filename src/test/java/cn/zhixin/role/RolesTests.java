package cn.zhixin.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class RolesTests {
  private static StandardEnvironment with(String roles) {
    StandardEnvironment settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .addFirst(new MapPropertySource("t", Map.of("zhixin.roles", roles)));
    return settings;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "office | true | false",
        "public | false | true",
        "office,public | true | true",
        "' public , office ' | true | true",
      })
  void belongWithWhatIsMarkedForThem(String written, boolean office, boolean answers) {
    Roles roles = Roles.of(with(written));
    assertThat(roles.areKnown()).isTrue();
    assertThat(roles.have(Role.OFFICE)).isEqualTo(office);
    assertThat(roles.have(Role.PUBLIC)).isEqualTo(answers);
    try (AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext()) {
      node.setEnvironment(with(written));
      node.register(Parts.class);
      node.refresh();
      assertThat(node.containsBean("issuing")).isEqualTo(office);
      assertThat(node.containsBean("answering")).isEqualTo(answers);
    }
  }

  /** Beside what the program's own files say. */
  @Test
  void mayStandOneBelowTheOtherInAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("office.yml");
    Files.writeString(file, "zhixin:\n  roles:\n    - public\n");
    StandardEnvironment settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "t", Map.of("spring.config.additional-location", file.toString())));
    ConfigDataEnvironmentPostProcessor.applyTo(settings);
    Roles roles = Roles.of(settings);
    assertThat(roles.have(Role.PUBLIC)).isTrue();
    assertThat(roles.have(Role.OFFICE)).isFalse();
  }

  @Test
  void areBothWhereNoneAreSet() {
    Roles roles = Roles.of(new StandardEnvironment());
    assertThat(roles.have(Role.OFFICE) && roles.have(Role.PUBLIC)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Office", "officepublic", "office public", "office,"})
  void areNoneOfOtherWords(String written) {
    assertThat(Roles.of(with(written)).areKnown()).isFalse();
  }

  @Test
  void aWordThatHoldsTheNameOfARoleIsNotIt() {
    assertThat(Roles.of(with("backoffice")).have(Role.OFFICE)).isFalse();
  }

  @Configuration(proxyBeanMethods = false)
  static class Parts {
    @Bean
    @ConditionalOnRole(Role.OFFICE)
    String issuing() {
      return "";
    }

    @Bean
    @ConditionalOnRole(Role.PUBLIC)
    String answering() {
      return "";
    }
  }
}
