package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class SchemaCheckTests {
  private TestDatabase database;
  private JdbcClient jdbc;
  private SchemaCheck check;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database.dataSource());
    check = new SchemaCheck(database.dataSource(), new MockEnvironment());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void takesTheSchemaThatTheProgramBrings() {
    assertThatCode(check::require).doesNotThrowAnyException();
  }

  @Test
  void takesTheSchemaOfANewerOffice() {
    SchemaHistory.migratedByANewerBuild(jdbc);
    assertThatCode(check::require).doesNotThrowAnyException();
  }

  @Test
  void refusesASchemaThatLacksAMigration() {
    jdbc.sql(
            """
            delete from flyway_schema_history where installed_rank =
              (select max(installed_rank) from flyway_schema_history)
            """)
        .update();
    refused();
  }

  @Test
  void refusesAMigrationThatFailed() {
    jdbc.sql(
            """
            update flyway_schema_history set success = false where installed_rank =
              (select max(installed_rank) from flyway_schema_history)
            """)
        .update();
    refused();
  }

  @Test
  void refusesAnEmptyDatabase() {
    jdbc.sql("drop table flyway_schema_history").update();
    refused();
  }

  @Test
  void nothingReadsADatabaseThatWasNotLookedAt() {
    jdbc.sql("drop table flyway_schema_history").update();
    AtomicBoolean read = new AtomicBoolean();
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("t", Map.of(SchemaOwnership.MIGRATES, "false")));
      // first, as an answer may be wanted before all else is there
      context.register(Reader.class, SchemaConfiguration.class);
      context.registerBean(DataSource.class, () -> database.dataSource());
      context.registerBean(AtomicBoolean.class, () -> read);
      assertThatThrownBy(context::refresh).hasRootCauseInstanceOf(StartChecks.CannotStart.class);
    }
    assertThat(read).isFalse();
  }

  @Configuration(proxyBeanMethods = false)
  @Import(DatabaseInitializationDependencyConfigurer.class)
  static class Reader {
    @Bean
    @DependsOnDatabaseInitialization
    String reader(AtomicBoolean read) {
      read.set(true);
      return "reader";
    }
  }

  private void refused() {
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(check::require)
        .withMessageContaining("office")
        .withMessageContaining("数据库结构");
  }

  @Test
  void onlyANodeThatAnswersFromAnothersDatabaseLeavesItUnmigrated() {
    String url = "jdbc:postgresql://db/zhixin";
    assertThat(migrates(Map.of("zhixin.roles", "public", "zhixin.database.url", url)))
        .isEqualTo("false");
    assertThat(migrates(Map.of("zhixin.roles", "office", "zhixin.database.url", url))).isNull();
    assertThat(migrates(Map.of("zhixin.database.url", url))).isNull();
    assertThat(migrates(Map.of("zhixin.roles", "public"))).isNull();
    assertThat(
            migrates(
                Map.of(
                    "zhixin.roles",
                    "public",
                    "zhixin.database.url",
                    url,
                    SchemaOwnership.MIGRATES,
                    "true")))
        .isEqualTo("true");
  }

  private static @Nullable String migrates(Map<String, Object> properties) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("t", properties));
    new SchemaOwnership().initialize(context);
    return context.getEnvironment().getProperty(SchemaOwnership.MIGRATES);
  }
}
