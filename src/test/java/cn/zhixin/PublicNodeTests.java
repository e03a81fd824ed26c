package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.answers.Answers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class PublicNodeTests {
  @Test
  void answersWithoutKeysTemplatesFontsAndRightsToMigrate(@TempDir Path home) throws Exception {
    try (TestDatabase database = TestDatabase.create();
        ConfigurableApplicationContext node = start(database, home)) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              "http://localhost:"
                                  + node.getEnvironment().getProperty("local.server.port")
                                  + "/api/v1/certificates/0000000000000000"))
                      .header("Accept", "application/json")
                      .build(),
                  BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(node.getBeanProvider(Answers.class).getIfAvailable()).isNotNull();
      assertThat(node.containsBean("flyway")).isFalse();
      assertThat(node.getBeanFactory().containsSingleton("documentTemplates")).isFalse();
      assertThat(node.getBeanFactory().containsSingleton("defaultDocumentTemplate")).isFalse();
      assertThat(node.containsBean("batchRunner")).isFalse();
      assertThat(home.toFile().list()).doesNotContain("postgres", "redis.conf");
    }
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
