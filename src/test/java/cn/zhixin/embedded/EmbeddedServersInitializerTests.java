package cn.zhixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class EmbeddedServersInitializerTests {
  private static final List<String> AT_CLOSE = new ArrayList<>();

  @TempDir Path home;

  /** Stands for the connection pool: still needs the database when it is closed. */
  @Configuration(proxyBeanMethods = false)
  static class Program {
    @Bean
    DisposableBean pool(Environment environment) {
      return () -> {
        if (!environment.containsProperty("spring.datasource.url")) {
          return;
        }
        try (Connection connection = connect(environment)) {
          AT_CLOSE.add(connection.getCatalog());
        }
      };
    }
  }

  @BeforeEach
  void unpackOnceForAllTests() throws Exception {
    AT_CLOSE.clear();
    Path programs = Files.createDirectories(Path.of("target/zhixin-test/bin")).toRealPath();
    Files.createSymbolicLink(home.resolve("bin"), programs);
  }

  @AfterEach
  void unlink() throws IOException {
    Files.delete(home.resolve("bin"));
  }

  @Test
  void theServersAreThereBeforeTheFirstBeanAndAfterTheLast() throws Exception {
    Environment environment;
    try (ConfigurableApplicationContext context = run("--zhixin.home=" + home)) {
      environment = context.getEnvironment();
      assertThat(environment.getProperty("zhixin.redis.url")).startsWith("redis://:");
      connect(environment).close();
    }
    assertThat(AT_CLOSE).containsExactly("zhixin");
    assertThatThrownBy(() -> connect(environment).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("refused");
  }

  @Test
  void aDatabaseOfOnesOwnIsUsedAndNothingStarted() {
    Environment environment =
        run(
                "--zhixin.home=" + home,
                "--zhixin.database.url=jdbc:postgresql://db.example:5432/titles",
                "--zhixin.database.user=registry",
                "--zhixin.database.password=sesame")
            .getEnvironment();
    assertThat(environment.getProperty("spring.datasource.url"))
        .isEqualTo("jdbc:postgresql://db.example:5432/titles");
    assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("registry");
    assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("sesame");
    assertThat(home.resolve("postgres")).doesNotExist();
  }

  @Test
  void nothingStartsWhereTheEmbeddedDatabaseIsSwitchedOff() {
    Environment environment =
        run("--zhixin.home=" + home, "--zhixin.database.embedded=false").getEnvironment();
    assertThat(environment.getProperty("spring.datasource.url")).isNull();
    assertThat(home.resolve("postgres")).doesNotExist();
  }

  private static ConfigurableApplicationContext run(String... arguments) {
    return new SpringApplicationBuilder(Program.class).web(WebApplicationType.NONE).run(arguments);
  }

  private static Connection connect(Environment environment) throws SQLException {
    return DriverManager.getConnection(
        environment.getProperty("spring.datasource.url"),
        environment.getProperty("spring.datasource.username"),
        environment.getProperty("spring.datasource.password"));
  }
}
