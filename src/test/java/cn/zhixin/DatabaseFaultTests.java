package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** What an office and a node that only answers say of a database that lets them not in. */
class DatabaseFaultTests {
  private static TestDatabase database;
  @TempDir private Path home;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void aServerThatCannotBeReached() throws Exception {
    told(
        "jdbc:postgresql://127.0.0.1:" + RunningService.freePort() + "/zhixin?password=secret",
        database.password(),
        "连不上数据库",
        "cannot be reached",
        "zhixin.database.url");
  }

  @Test
  void aLoginThatIsRefused() {
    String[] told = {
      "拒绝用户 " + database.user(), "refuses the login of the user", "zhixin.database.password"
    };
    told(database.jdbcUrl(), "secret", told);
    told(database.jdbcUrl(), "", told);
  }

  @Test
  void aDatabaseThatIsNotThere() {
    told(
        database.jdbcUrl().replaceFirst("/test_", "/gone_"),
        database.password(),
        "服务器上没有数据库 jdbc:postgresql:",
        "the server has no database jdbc:postgresql:",
        "/gone_");
  }

  @Test
  void aStandby() {
    try (TestDatabase standby = TestDatabase.create()) {
      standby.actAsStandby();
      told(
          standby.jdbcUrl(),
          standby.password(),
          "是只读的备库",
          "is a standby",
          "zhixin.database.url lead to the primary");
    }
  }

  private void told(String url, String password, String... told) {
    for (String migrates : new String[] {"true", "false"}) {
      Throwable failed = catchThrowable(() -> open(url, password, migrates).close());
      assertThat(FailureSentences.of(failed))
          .contains(told)
          .doesNotContain("secret", "FATAL", "Exception", "\n");
    }
  }

  private ConfigurableApplicationContext open(String url, String password, String migrates) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(OfficeRooms.class)
            .web(WebApplicationType.NONE)
            .properties("spring.config.name=application,command-line")
            .run(
                "--zhixin.roles=office",
                "--zhixin.home=" + home,
                "--spring.flyway.enabled=" + migrates,
                "--zhixin.database.url=" + url,
                "--zhixin.database.user=" + database.user(),
                "--zhixin.database.password=" + password);
    Class<?> first = migrates.equals("true") ? FlywayMigrationInitializer.class : SchemaCheck.class;
    context.getBean(first);
    return context;
  }
}
