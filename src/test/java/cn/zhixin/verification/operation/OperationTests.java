package cn.zhixin.verification.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.answers.TemporaryRedis;
import cn.zhixin.verification.web.PublicClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Metrics and health of a node whose Redis and whose registry fail. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.home=target/zhixin-test-home",
      "management.server.port=0",
      "management.endpoints.web.exposure.include=health,prometheus",
      "management.prometheus.metrics.export.enabled=true"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OperationTests {
  private static final TemporaryRedis REDIS = open();

  @LocalServerPort private int port;
  @LocalManagementPort private int management;
  @Autowired private FakeRegistry registry;
  private PublicClient client;
  private PublicClient operator;

  @DynamicPropertySource
  static void redis(DynamicPropertyRegistry properties) {
    properties.add("zhixin.redis.url", () -> REDIS.address().toString());
  }

  private static TemporaryRedis open() {
    try {
      return new TemporaryRedis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    REDIS.close();
  }

  @BeforeEach
  void connect() {
    client = new PublicClient(port);
    operator = new PublicClient(management);
  }

  @Test
  void tellsFiguresOnAPortOfItsOwnWithoutPersonsCodesOrAddresses() throws Exception {
    String body = "{\"name\":\"丛培元\",\"identityTail\":\"120034\"}";
    client.get("/api/v1/certificates/" + PublicSite.VALID);
    client.get("/v/" + PublicSite.REVOKED + "?lang=en");
    client.postJson("/api/v1/certificates/" + PublicSite.VALID + "/holder-match", body);
    client.postJson(
        "/api/v1/lookups", "{\"name\":\"丛培元\",\"identityNumber\":\"371002198808120034\"}");
    client.get("/v/丛培元".replace("丛培元", "%E4%B8%9B%E5%9F%B9%E5%85%83"));

    String figures = operator.get("/actuator/prometheus").body();

    assertThat(figures)
        .contains("zhixin_lease_age_seconds", "zhixin_certificates_changed 7.0")
        .contains("zhixin_door_total{limit=\"holder-match-3600s\",outcome=\"admitted\"")
        .contains("zhixin_door_total{limit=\"holder-number-code-3600s\",outcome=\"admitted\"")
        .contains("zhixin_lookups_total{outcome=\"refused\"")
        .contains("zhixin_redis_left_alone{client=\"door\"}")
        .contains("zhixin_redis_left_alone{client=\"answers\"}")
        .doesNotContain("丛", "%E4%B8%9B", CertificateFixture.IDENTITY_NUMBER, "120034")
        .doesNotContain(PublicSite.VALID.value(), PublicSite.REVOKED.value(), "127.0.0.1");
    assertThat(client.get("/actuator/prometheus").statusCode()).isEqualTo(404);
  }

  @Test
  void staysInWhileOnlyRedisIsGoneAndGoesOutWithoutTheRegistry() throws Exception {
    assertThat(readiness()).isEqualTo(200);
    REDIS.kill();
    try {
      for (int i = 0; i < 4; i++) {
        assertThat(client.get("/api/v1/certificates/" + PublicSite.VALID).statusCode())
            .isEqualTo(200);
      }
      assertThat(readiness()).isEqualTo(200);
      registry.feedBroken = true;
      registry.registryBroken = true;
      assertThat(readiness()).isEqualTo(200);
      await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 503);
      assertThat(operator.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      registry.feedBroken = false;
      registry.registryBroken = false;
      await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 200);
    } finally {
      registry.feedBroken = false;
      registry.registryBroken = false;
      REDIS.restart();
    }
  }

  private int readiness() throws Exception {
    return operator.get("/actuator/health/readiness").statusCode();
  }
}
