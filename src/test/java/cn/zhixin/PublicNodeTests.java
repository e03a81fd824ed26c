package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.web.ApiSchemas;
import cn.zhixin.verification.web.PublicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole program as a public node that was told neither keys nor templates. */
class PublicNodeTests {
  private static final String LARGE_FORM =
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
          + "a".repeat(22 << 20)
          + "\r\n--b--\r\n";

  @TempDir private static Path home;
  private static TestDatabase database;
  private static ConfigurableApplicationContext node;
  private static PublicClient client;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    node = start(database, home);
    client = new PublicClient(node.getEnvironment().getProperty("local.server.port", int.class, 0));
  }

  @AfterAll
  static void stop() {
    node.close();
    database.close();
  }

  @Test
  void answersWithoutKeysTemplatesFontsAndRightsToMigrate() throws Exception {
    HttpResponse<String> answer =
        client.get("/api/v1/certificates/0000000000000000", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(node.getBeanProvider(Answers.class).getIfAvailable()).isNotNull();
    assertThat(node.containsBean("flyway")).isFalse();
    assertThat(node.getBeanFactory().containsSingleton("documentTemplates")).isFalse();
    assertThat(node.getBeanFactory().containsSingleton("defaultDocumentTemplate")).isFalse();
    assertThat(node.containsBean("batchRunner")).isFalse();
    assertThat(home.toFile().list()).doesNotContain("postgres", "redis.conf");
  }

  @Test
  void showsTheLedgerWithoutTheLineThatWantsAKey() throws Exception {
    HttpResponse<String> page = client.get("/ledger");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("账本里还没有条目").doesNotContain("ledger check", "id=\"watch\"");
  }

  @Test
  void describesEveryRouteOfProgramsAndNoOther() throws Exception {
    Set<String> mapped = new TreeSet<>();
    node.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            route ->
                route.getPatternValues().stream()
                    .filter(path -> path.matches("/(api|ledger/|\\.well-known).*"))
                    .forEach(path -> addRoutes(mapped, route, path)));
    ApiSchemas api = new ApiSchemas(PublicClient.json(client.get("/api")));
    Set<String> told = new TreeSet<>();
    for (var path : api.document().path("paths").properties()) {
      path.getValue().propertyNames().forEach(method -> told.add(method + " " + path.getKey()));
    }
    // a page for people, unless a program asks
    told.remove("get /v/{code}");
    // the same as without the slash
    mapped.remove("get /api/");
    assertThat(told).isEqualTo(mapped).hasSizeGreaterThan(12);
    api.check("get", "/.well-known/zhixin.json", client.get("/.well-known/zhixin.json"));
  }

  @Test
  void refusesFormsThatAreTooLargeForAnyCall() throws Exception {
    ApiSchemas api = new ApiSchemas(PublicClient.json(client.get("/api")));
    for (String path : List.of("/api/v1/files", "/api/v1/bulk")) {
      HttpResponse<String> refused =
          client.send(
              client
                  .request(path, "Content-Type", "multipart/form-data; boundary=b")
                  .POST(BodyPublishers.ofString(LARGE_FORM))
                  .build());
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(PublicClient.problem(refused)).isEqualTo("file-too-large");
      api.check("post", path, refused);
    }
  }

  private static void addRoutes(Set<String> mapped, RequestMappingInfo route, String path) {
    String told = path.replace("/**", "/{tile}");
    Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
    assertThat(methods).as(path).isNotEmpty();
    methods.forEach(method -> mapped.add(method.name().toLowerCase(Locale.ROOT) + " " + told));
  }

  private static ConfigurableApplicationContext start(TestDatabase database, Path home) {
    return new SpringApplicationBuilder(Zhixin.class)
        .initializers(new StartChecks(), new SchemaOwnership())
        .run(
            // the tests' own site stands on the class path too and stays out
            "--spring.profiles.active=production,bench",
            "--zhixin.roles=public",
            "--server.port=0",
            "--zhixin.home=" + home,
            "--zhixin.database.url=" + database.jdbcUrl(),
            "--zhixin.database.user=" + database.user(),
            "--zhixin.database.password=" + database.password(),
            "--zhixin.redis.url=" + TestRedis.address().url(),
            "--zhixin.document.templates=/there/is/none");
  }
}
