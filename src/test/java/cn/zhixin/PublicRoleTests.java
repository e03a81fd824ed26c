package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.catalogue.UnifiedCreditCode;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.NewApiKey;
import cn.zhixin.people.Organisations;
import cn.zhixin.people.PeopleConfiguration;
import cn.zhixin.verification.web.PublicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A public node whose login has the rights of src/deploy/public-role.sql and no others. */
class PublicRoleTests {
  private static final String ROLE =
      "zhixin_public_" + UUID.randomUUID().toString().replace("-", "");

  @TempDir private static Path home;
  private static TestDatabase database;
  private static JdbcClient owner;
  private static JdbcClient login;
  private static ConfigurableApplicationContext node;
  private static PublicClient client;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.create();
    owner = JdbcClient.create(database.dataSource());
    String script =
        Files.readString(Path.of("src/deploy/public-role.sql")).replace("zhixin_public", ROLE);
    owner.sql(script).update();
    // as after an update
    owner.sql(script).update();
    owner.sql("alter role " + ROLE + " password 'of the test'").update();
    login = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), ROLE, "of the test"));
    node =
        new SpringApplicationBuilder(Zhixin.class)
            .initializers(new StartChecks(), new SchemaOwnership())
            .run(
                "--spring.profiles.active=production,bench",
                "--zhixin.roles=public",
                "--server.port=0",
                "--zhixin.home=" + home,
                "--zhixin.database.url=" + database.jdbcUrl(),
                "--zhixin.database.user=" + ROLE,
                "--zhixin.database.password=of the test",
                "--zhixin.redis.url=" + TestRedis.address().url());
    client = new PublicClient(node.getEnvironment().getProperty("local.server.port", int.class, 0));
  }

  @AfterAll
  static void stop() {
    node.close();
    owner.sql("drop owned by " + ROLE).update();
    owner.sql("drop role " + ROLE).update();
    database.close();
  }

  @Test
  void answersAndShowsTheLedger() throws Exception {
    assertThat(client.get("/api/v1/certificates/0000000000000000").statusCode()).isEqualTo(404);
    assertThat(client.get("/ledger").statusCode()).isEqualTo(200);
    assertThat(client.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void comparesIdentityNumbersUntilTooManyWereWrong() throws Exception {
    String path = "/api/v1/certificates/0000000000000000/holder-match";
    for (int i = 0; i < 5; i++) {
      assertThat(client.postJson(path, "{\"identityTail\":\"12003X\"}").statusCode())
          .isEqualTo(200);
    }
    assertThat(client.postJson(path, "{\"identityTail\":\"12003X\"}").statusCode()).isEqualTo(429);
  }

  @Test
  void answersListsOfAnEmployer() throws Exception {
    NewApiKey key;
    try (GenericApplicationContext office = new GenericApplicationContext()) {
      office.registerBean(
          "database",
          DataSource.class,
          database::dataSource,
          // the other tests still need it
          definition -> definition.setDestroyMethodName(""));
      office.registerBean(Clock.class, Clock::systemUTC);
      new AnnotatedBeanDefinitionReader(office).register(PeopleConfiguration.class);
      office.refresh();
      key =
          office
              .getBean(ApiKeys.class)
              .create(
                  office
                      .getBean(Organisations.class)
                      .add("威海建工", creditCode("91371000166700001"))
                      .orElseThrow(),
                  "投标");
    }
    String list =
        "{\"purpose\":\"tender\",\"codes\":["
            + "\"0000000000000000\",".repeat(300)
            + "\"0000000000000000\"]}";
    HttpResponse<String> taken =
        client.send(
            client
                .request(
                    "/api/v1/bulk",
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + key.secret().reveal())
                .POST(BodyPublishers.ofString(list))
                .build());
    assertThat(taken.statusCode()).as(taken.body()).isIn(200, 202);
    assertThat(owner.sql("select count(*) from bulk_row").query(Integer.class).single())
        .isEqualTo(301);
  }

  private static UnifiedCreditCode creditCode(String first17) {
    for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (UnifiedCreditCode.check(first17 + check) == UnifiedCreditCode.Check.RIGHT) {
        return new UnifiedCreditCode(first17 + check);
      }
    }
    throw new IllegalArgumentException("no check character fits");
  }

  /** Each statement of the program on what visitors leave, if only on no row. */
  @Test
  void keepsWhatVisitorsLeave() {
    List<String> refused = new ArrayList<>();
    for (String statement :
        new String[] {
          "insert into employer_session select * from employer_session",
          "delete from employer_session where false",
          "insert into holder_session select * from holder_session",
          "update holder_session set expires_at = ends_at where false",
          "delete from holder_session where false",
          "insert into holder_attempt select * from holder_attempt where false",
          "update holder_attempt set full_at = now() where false",
          "delete from holder_attempt where false",
          "update api_key set last_used_on = current_date where false",
          "update bulk_job set ended_at = now() where false",
          "delete from bulk_job where false",
          "update share set revoked_at = now() where false",
          "update share set stamped_at = now() where false",
          "update share_opening set times = times + 1 where false"
        }) {
      try {
        login.sql(statement).update();
      } catch (RuntimeException e) {
        refused.add(statement);
      }
    }
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into certificate default values",
        "update certificate set code = code",
        "delete from certificate",
        "truncate certificate cascade",
        "insert into certificate_event default values",
        "update certificate_event set version = version",
        "delete from certificate_event",
        "insert into ledger_entry default values",
        "select from ledger_entry for update",
        "delete from ledger_entry",
        "insert into ledger_checkpoint default values",
        "update ledger_checkpoint set size = size",
        "delete from ledger_checkpoint",
        "update ledger_head set last = last",
        "delete from feed_position",
        "delete from number_serial",
        "insert into organisation (name) values ('x')",
        "update organisation set name = name",
        "insert into api_key default values",
        "update api_key set revoked_at = null",
        "update api_key set secret_digest = secret_digest",
        "update inquiry set purpose = purpose",
        "delete from inquiry",
        "delete from share",
        "select * from batch_row",
        "drop table certificate",
        "alter table certificate disable trigger all",
        "create table x (y int)",
        "delete from flyway_schema_history"
      })
  void cannotChangeWhatAnswersStandOn(String statement) {
    assertThatThrownBy(() -> login.sql(statement).update())
        .rootCause()
        .hasFieldOrPropertyWithValue("SQLState", "42501");
  }

  @Test
  void cannotGiveAnOrganisationAnotherIdentity() {
    assertThatThrownBy(() -> login.sql("update organisation set id = 1").update())
        .rootCause()
        .hasFieldOrPropertyWithValue("SQLState", "428C9");
  }
}
