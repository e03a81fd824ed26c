package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address="
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CertificateEndpointsTests {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.builder().build().readTree(response.body());
  }

  @Test
  void tellsWhatTheCertificateSays() throws Exception {
    var response = get("/api/v1/certificates/" + PublicSite.VALID);
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = json(response);
    assertThat(answer.path("verdict").asString()).isEqualTo("VALID");
    assertThat(answer.path("holderName").asString()).isEqualTo("丛培元");
    assertThat(answer.path("title").asString()).isEqualTo("高级工程师");
    assertThat(answer.path("level").asString()).isEqualTo("副高级");
    assertThat(answer.path("series").asString()).isEqualTo("工程技术");
    assertThat(answer.path("specialty").asString()).isEqualTo("机械设计与制造");
    assertThat(answer.path("committee").asString()).isEqualTo("威海市工程技术职务高级评审委员会");
    assertThat(answer.path("acquiredOn").asString()).isEqualTo("2025-11-03");
    assertThat(answer.path("method").asString()).isEqualTo("评审");
    assertThat(answer.path("number").asString()).isEqualTo("371000202505020001283");
    assertThat(answer.path("issuer").asString()).isEqualTo("威海市人力资源和社会保障局");
    assertThat(answer.path("issuedOn").asString())
        .isEqualTo(CertificateFixture.ISSUED_ON.toString());
    assertThat(answer.path("since").asString()).isEqualTo(CertificateFixture.ISSUED_AT.toString());
    assertThat(answer.has("successor")).isFalse();
    assertThat(answer.path("checks").size()).isEqualTo(4);
    assertThat(answer.path("ledgerEntry").asLong()).isEqualTo(1234);
    JsonNode ledger = answer.path("checks").get(3);
    assertThat(ledger.path("id").asString()).isEqualTo("ledger");
    assertThat(ledger.path("outcome").asString()).isEqualTo("PASSED");
    assertThat(ledger.path("sentence").asString()).isEqualTo("其签发已记入公开账本，第 1,234 号");
    assertThat(ledger.path("detail").asString()).matches("记入时间 \\d{4}年.*（北京时间）");
    Instant asOf = Instant.parse(answer.path("asOf").asString());
    assertThat(asOf).isAfter(CertificateFixture.ISSUED_AT);
    assertThat(answer.path("checks").get(2).path("time").asString()).isEqualTo(asOf.toString());
  }

  @Test
  void tellsEveryState() throws Exception {
    assertThat(verdict(PublicSite.SUSPENDED.value())).isEqualTo("SUSPENDED");
    assertThat(verdict(PublicSite.REVOKED.value())).isEqualTo("REVOKED");
    assertThat(verdict(PublicSite.CANCELLED.value())).isEqualTo("CANCELLED");
    assertThat(verdict(PublicSite.SUPERSEDED.value())).isEqualTo("SUPERSEDED");
    JsonNode superseded = json(get("/api/v1/certificates/" + PublicSite.SUPERSEDED));
    assertThat(superseded.path("successor").asString()).isEqualTo(PublicSite.VALID.value());
  }

  private String verdict(String code) throws IOException, InterruptedException {
    return json(get("/api/v1/certificates/" + code)).path("verdict").asString();
  }

  @Test
  void keepsPersonalDataAndReasonsToItself() throws Exception {
    for (var code : new Object[] {PublicSite.VALID, PublicSite.REVOKED}) {
      for (String path : new String[] {"/api/v1/certificates/" + code, "/v/" + code}) {
        assertThat(get(path).body())
            .doesNotContain(CertificateFixture.IDENTITY_NUMBER)
            .doesNotContain("19880812")
            .doesNotContain(CertificateFixture.EMPLOYER)
            .doesNotContain("reason not for the public")
            .doesNotContain("clerk");
      }
    }
  }

  @Test
  void givesA304ForTheTagItGave() throws Exception {
    String path = "/api/v1/certificates/" + PublicSite.VALID;
    var first = get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).startsWith("W/\"1-");
    var again = get(path, "If-None-Match", "\"other\", " + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("Zhixin-As-Of")).isPresent();
    assertThat(again.headers().allValues("Cache-Control")).containsExactly("no-cache");
    assertThat(get(path, "If-None-Match", "W/\"1-0000\"").statusCode()).isEqualTo(200);
    assertThat(get(path, "If-None-Match", tag, "Accept-Language", "en").statusCode())
        .isEqualTo(200);
  }

  @Test
  void mayNotBeKeptByAnybody() throws Exception {
    assertThat(get("/api/v1/certificates/" + PublicSite.VALID).headers().allValues("Cache-Control"))
        .containsExactly("no-cache");
    assertThat(get("/v/" + PublicSite.VALID).headers().allValues("Cache-Control"))
        .containsExactly("no-store");
  }

  @Test
  void speaksTheLanguageAskedFor() throws Exception {
    String path = "/api/v1/certificates/" + PublicSite.VALID;
    assertThat(json(get(path, "Accept-Language", "en-GB,zh;q=0.5")).path("title").asString())
        .isEqualTo("Senior Engineer");
    assertThat(json(get(path + "?lang=en")).path("level").asString()).isEqualTo("Associate senior");
    assertThat(json(get(path + "?lang=zh", "Accept-Language", "en")).path("title").asString())
        .isEqualTo("高级工程师");
    assertThat(json(get(path, "Accept-Language", "ug, fr")).path("title").asString())
        .isEqualTo("高级工程师");
  }

  @Test
  void neverCallsACertificateValidWhoseCredentialDoesNotVerify() throws Exception {
    var response = get("/api/v1/certificates/" + PublicSite.DAMAGED);
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("5");
    assertThat(json(response).path("verdict").asString()).isEqualTo("UNCONFIRMED");
    var page = get("/v/" + PublicSite.DAMAGED);
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).contains("5");
    assertThat(page.body()).doesNotContain("丛培元");
  }

  @Test
  void findsACodeTypedAnyhow() throws Exception {
    String code = PublicSite.VALID.value().toLowerCase(Locale.ROOT);
    for (String typed :
        List.of(code, PublicSite.VALID.grouped(), code.replace("k", "k%20"), code + "%E3%80%80")) {
      assertThat(get("/v/" + typed, "Accept", "application/json").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void answersAProgramAtThePagesAddress() throws Exception {
    var json = get("/v/" + PublicSite.VALID, "Accept", "application/json");
    assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(json(json).path("verdict").asString()).isEqualTo("VALID");
    var page = get("/v/" + PublicSite.VALID, "Accept", "text/html,application/json;q=0.1");
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @Test
  void listsNoActuatorsAndSaysNothingForOrAgainstWhatItCannotConfirm() throws Exception {
    assertThat(get("/actuator").statusCode()).isEqualTo(404);
    assertThat(get("/v/" + PublicSite.DAMAGED).body())
        .contains("这不说明证书有效，也不说明它有问题", "请向发证机关核实")
        .doesNotContain("不是证书有问题");
    assertThat(get("/").body()).contains("证书已注销", "本系统未查到");
  }

  @Test
  void publishesTheIssuersKeysAndNoOthers() throws Exception {
    JsonNode described = json(get("/.well-known/zhixin.json"));
    assertThat(described.path("answer").asString())
        .isEqualTo("http://localhost:" + port + "/api/v1/certificates/{code}");
    assertThat(described.path("keys").size()).isEqualTo(1);
    JsonNode key = described.path("keys").get(0);
    assertThat(key.path("kid").asString()).isEqualTo(CertificateFixture.GENUINE.key().id());
    assertThat(key.path("x").asString()).hasSize(43);
    assertThat(key.path("y").asString()).hasSize(43);
    assertThat(key.has("d")).isFalse();
    JsonNode ledger = described.path("ledger");
    assertThat(ledger.path("address").asString()).isEqualTo("http://localhost:" + port + "/ledger");
    String vkey = ledger.path("keys").get(0).asString();
    assertThat(VerifierKey.parse(vkey).vkey()).isEqualTo(vkey);
  }

  /** What is found at a well-known address is the same for everybody (RFC 8615). */
  @Test
  void givesTheWellKnownDocumentWhateverIsAccepted() throws Exception {
    for (String accepted : List.of("text/html", "text/plain, */*;q=0", "application/xml")) {
      HttpResponse<String> described = get("/.well-known/zhixin.json", "Accept", accepted);
      assertThat(described.statusCode()).as(accepted).isEqualTo(200);
      assertThat(described.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(json(described).path("keys").size()).isEqualTo(1);
    }
  }

  /** For browsers that verify a QR while nothing can be looked up. */
  @Test
  void tellsKeysAndNamesWithoutTheRegistry() throws Exception {
    registry.registryBroken = true;
    registry.feedBroken = true;
    try {
      var keys = get("/.well-known/zhixin.json");
      assertThat(json(keys).path("keys").size()).isEqualTo(1);
      assertThat(keys.headers().firstValue("Cache-Control")).contains("max-age=300, public");
      var names = get("/api/v1/catalogue");
      assertThat(names.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
      assertThat(json(names).path("issuers").get(0).path("number").asInt()).isEqualTo(1);
      assertThat(json(names).path("titles").findValuesAsString("code")).contains("0502");
      assertThat(json(names).path("committees").findValuesAsString("number")).contains("15");
      assertThat(json(names).path("levels").get(1).path("name").asString()).isEqualTo("副高级");
    } finally {
      registry.registryBroken = false;
      registry.feedBroken = false;
    }
  }

  @Test
  void guardsEveryResponseWithSecurityHeaders() throws Exception {
    for (String path : new String[] {"/", "/v/" + PublicSite.VALID, "/nothing", "/robots.txt"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }
    assertThat(get("/robots.txt").body()).contains("Disallow: /");
  }

  /** As every browser asks for it; nothing else is fetched before the verdict shows. */
  @Test
  void keepsPagesSmallOnTheWire() throws Exception {
    for (var code :
        new Object[] {
          PublicSite.VALID, PublicSite.LONG_NAME, PublicSite.UNKNOWN, PublicSite.DAMAGED
        }) {
      var page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://localhost:" + port + "/v/" + code + "?lang=en"))
                      .header("Accept-Encoding", "gzip")
                      .build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(page.body().length).isLessThan(20_000);
    }
  }
}
