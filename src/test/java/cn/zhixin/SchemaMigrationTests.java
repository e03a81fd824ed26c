package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** A database or data folder of another build, on a real PostgreSQL. */
class SchemaMigrationTests {
  private TestDatabase database;
  private JdbcClient jdbc;
  private Flyway flyway;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database.dataSource());
    flyway = Flyway.configure().dataSource(database.dataSource()).load();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void madeByAnotherBuild() {
    jdbc.sql("update flyway_schema_history set checksum = checksum + 1 where version = '3'")
        .update();
  }

  private String refusal(MockEnvironment environment) {
    return String.valueOf(
        catchThrowableOfType(
                StartChecks.CannotStart.class,
                () -> new SchemaMigration(environment).migrate(flyway))
            .getMessage());
  }

  private static MockEnvironment demo() {
    MockEnvironment environment = new MockEnvironment().withProperty("zhixin.home", "some/folder");
    environment.setActiveProfiles("demo");
    return environment;
  }

  private static MockEnvironment production() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("zhixin.database.url", "jdbc:postgresql://db/zhixin?password=secret");
    environment.setActiveProfiles("production");
    return environment;
  }

  @Test
  void bringsItsOwnSchemaUpToDate() {
    assertThatCode(() -> new SchemaMigration(demo()).migrate(flyway)).doesNotThrowAnyException();
  }

  @Test
  void namesTheFolderOfTheDemoAndSaysThatItMayBeRemoved() {
    madeByAnotherBuild();
    String folder = Path.of("some/folder").toAbsolutePath().toString();
    assertThat(refusal(demo()))
        .contains("另一个构建", "made by another build", folder, "--zhixin.home", "删除这个文件夹")
        .doesNotContain("hecksum", "Flyway");
  }

  @Test
  void neverTellsAnybodyToRemoveWhatWasIssued() {
    madeByAnotherBuild();
    assertThat(refusal(production()))
        .contains(
            "jdbc:postgresql://db/zhixin", "Use the build that made it", "flyway_schema_history")
        .doesNotContain("secret", "remove", "删除");
    MockEnvironment ownServer = production().withProperty("zhixin.database.url", "");
    assertThat(refusal(ownServer)).contains("zhixin-data").doesNotContain("remove", "删除");
  }

  @Test
  void leavesASchemaAloneThatANewerBuildMigrated() {
    SchemaHistory.migratedByANewerBuild(jdbc);
    assertThat(refusal(production())).contains("更新版本", "newer build", "or a newer one");
    assertThat(refusal(demo())).contains("newer build", "remove the folder");
  }

  /** As whoever starts the service is told it: one sentence, nothing of Flyway's. */
  @Test
  void endsTheStartWithThatSentenceAlone() {
    madeByAnotherBuild();
    Throwable failed =
        catchThrowable(
            () ->
                new SpringApplicationBuilder(Zhixin.class)
                    .initializers(new StartChecks(), new SchemaOwnership())
                    .run(
                        "--spring.profiles.active=production,bench",
                        "--zhixin.roles=public",
                        "--spring.flyway.enabled=true",
                        "--server.port=0",
                        "--zhixin.database.url=" + database.jdbcUrl(),
                        "--zhixin.database.user=" + database.user(),
                        "--zhixin.database.password=" + database.password(),
                        "--zhixin.redis.embedded=false"));
    assertThat(FailureSentences.of(failed))
        .startsWith("失败 / failed: 数据库 jdbc:postgresql:")
        .contains("made by another build")
        .doesNotContain("hecksum", "Exception");
  }
}
