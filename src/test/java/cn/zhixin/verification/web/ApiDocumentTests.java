package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.lookup.SolvedChallenge;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Calls do as the document tells. The same of files, lists and receipts stands with their tests;
 * that it tells of every call, with those of the whole program.
 */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.home=target/zhixin-test-home",
      "zhixin.verification.public-address=",
      "zhixin.lookups.difficulty=1000",
      "zhixin.lookups.answer-time=1ms",
      "zhixin.limits.holder-number-code=1/1h"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiDocumentTests {
  private static final String CERTIFICATE = "/api/v1/certificates/{code}";
  private static final String MATCH = CERTIFICATE + "/holder-match";

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;

  private PublicClient client;
  private ApiSchemas api;

  @BeforeEach
  void read() throws Exception {
    client = new PublicClient(port);
    api = new ApiSchemas(PublicClient.json(client.get("/api")));
    registry.registryBroken = false;
  }

  @Test
  void refersToNothingThatIsNotThere() {
    Set<String> references = new HashSet<>();
    collect(api.document(), references);
    assertThat(references).hasSizeGreaterThan(10);
    assertThat(references)
        .allSatisfy(each -> assertThat(api.document().at(each.substring(1))).isNotEmpty());
    assertThat(api.document().path("openapi").asString()).isEqualTo("3.1.0");
  }

  private static void collect(JsonNode node, Set<String> references) {
    assertThat(node.isNull()).as("a comma that YAML takes for its own").isFalse();
    if (node.path("$ref").isString()) {
      references.add(node.path("$ref").asString());
    }
    node.forEach(child -> collect(child, references));
  }

  @Test
  void tellsWhatCertificatesAnswer() throws Exception {
    for (var code :
        new Object[] {
          PublicSite.VALID,
          PublicSite.SUSPENDED,
          PublicSite.SUPERSEDED,
          PublicSite.REVOKED,
          PublicSite.CANCELLED,
          PublicSite.UNKNOWN,
          PublicSite.DAMAGED,
          "7K3M-9QPX"
        }) {
      for (String language : new String[] {"zh-CN", "en"}) {
        String[] headers = {"Accept", "application/json", "Accept-Language", language};
        api.check("get", CERTIFICATE, client.get("/api/v1/certificates/" + code, headers));
        api.check("get", "/v/{code}", client.get("/v/" + code, headers));
      }
    }
    HttpResponse<String> valid = client.get("/api/v1/certificates/" + PublicSite.VALID);
    String tag = valid.headers().firstValue("ETag").orElseThrow();
    api.check(
        "get",
        CERTIFICATE,
        client.get("/api/v1/certificates/" + PublicSite.VALID, "If-None-Match", tag));
    assertThat(api.seen())
        .contains(
            "get " + CERTIFICATE + " 200",
            "get " + CERTIFICATE + " 304",
            "get " + CERTIFICATE + " 400",
            "get " + CERTIFICATE + " 404",
            "get " + CERTIFICATE + " 503");
  }

  @Test
  void tellsWhatCertificatesWereWorthOnADay() throws Exception {
    for (Object code :
        new Object[] {PublicSite.VALID, PublicSite.RESUMED, PublicSite.SUPERSEDED, "7K3M-9QPX"}) {
      for (String day : new String[] {"1949-10-01", "2025年3月31日", "20990101", "2025-02-30"}) {
        String query = "?on=" + URLEncoder.encode(day, StandardCharsets.UTF_8);
        HttpResponse<String> answer = client.get("/api/v1/certificates/" + code + query);
        api.check("get", CERTIFICATE, answer);
        api.check(
            "get", "/v/{code}", client.get("/v/" + code + query, "Accept", "application/json"));
        assertThat(PublicClient.json(answer).has("on")).isEqualTo(answer.statusCode() == 200);
      }
    }
    assertThat(api.seen()).contains("get " + CERTIFICATE + " 200", "get " + CERTIFICATE + " 400");
  }

  @Test
  void tellsWhatHoldersAnswer() throws Exception {
    String path = "/api/v1/certificates/" + PublicSite.LONG_NAME + "/holder-match";
    api.check("post", MATCH, client.postJson(path, "{\"name\":\"王小明\"}"));
    api.check("post", MATCH, client.postJson(path, "{\"name\":\"\"}"));
    api.check("post", MATCH, client.postJson(path, "{\"a\":\"" + "a".repeat(20_000) + "\"}"));
    api.check("post", MATCH, client.postForm(path, "name=a"));
    api.check("post", MATCH, client.postJson(path, "{\"identityTail\":\"000000\"}"));
    api.check("post", MATCH, client.postJson(path, "{\"identityTail\":\"000000\"}"));
    api.check(
        "post", MATCH, client.postJson(path, "{\"name\":\"王小明\"}", "Authorization", "Bearer zx_1"));
    registry.registryBroken = true;
    api.check("post", MATCH, client.postJson(path, "{\"name\":\"王小明\"}"));
    assertThat(api.seen()).hasSize(7);
  }

  @Test
  void tellsWhatLookupsAnswer() throws Exception {
    HttpResponse<String> challenge = client.get("/api/v1/lookups/challenge");
    api.check("get", "/api/v1/lookups/challenge", challenge);
    String proof = SolvedChallenge.of(challenge.body());
    String who = "{\"name\":\"丛培元\",\"identityNumber\":\"371002198808120034\",\"proof\":";
    api.check("post", "/api/v1/lookups", client.postJson("/api/v1/lookups", who + proof + "}"));
    api.check("post", "/api/v1/lookups", client.postJson("/api/v1/lookups", who + proof + "}"));
    api.check("post", "/api/v1/lookups", client.postJson("/api/v1/lookups", "{}"));
    api.check("post", "/api/v1/lookups", client.postForm("/api/v1/lookups", "a=b"));
    String other = SolvedChallenge.of(client.get("/api/v1/lookups/challenge").body());
    String nobody = "{\"name\":\"王小明\",\"identityNumber\":\"11010519491231002X\",\"proof\":";
    api.check("post", "/api/v1/lookups", client.postJson("/api/v1/lookups", nobody + other + "}"));
    registry.registryBroken = true;
    String third = SolvedChallenge.of(client.get("/api/v1/lookups/challenge").body());
    api.check("post", "/api/v1/lookups", client.postJson("/api/v1/lookups", who + third + "}"));
    assertThat(api.seen()).hasSize(6);
  }

  @Test
  void tellsWhatTheRestAnswers() throws Exception {
    api.check("get", "/api", client.get("/api"));
    api.check("get", "/api/openapi.json", client.get("/api/openapi.json", "Accept", "text/html"));
    api.check("get", "/.well-known/zhixin.json", client.get("/.well-known/zhixin.json"));
    api.check("get", "/api/v1/catalogue", client.get("/api/v1/catalogue"));
    api.check("get", "/ledger/checkpoint", client.get("/ledger/checkpoint"));
    api.check("get", "/ledger/tile/{tile}", client.get("/ledger/tile/0/000"));
    api.check("get", "/ledger/tile/{tile}", client.get("/ledger/tile/0/999"));
    assertThat(api.seen()).hasSize(7);
  }

  /** A call that is added wants its sentence in Chinese. */
  @Test
  void isAPageForABrowserThatNamesEveryCall() throws Exception {
    HttpResponse<String> page = client.get("/api", "Accept", "text/html,*/*;q=0.8");
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().allValues("Vary")).anyMatch(each -> each.matches("(?i)accept\\b.*"));
    for (var path : api.document().path("paths").properties()) {
      assertThat(page.body()).contains(">" + path.getKey() + "<");
      for (var call : path.getValue().properties()) {
        assertThat(page.body())
            .contains("id=\"" + call.getValue().path("operationId").asString() + "\"");
      }
    }
    assertThat(page.body()).doesNotContain("??api").contains("某个查验码对应的证书现在是什么状态");
    assertThat(client.get("/api", "Accept", "*/*").body()).startsWith("{\"openapi\":\"3.1.0\"");
    assertThat(client.get("/api/").body()).isEqualTo(client.get("/api").body());
    assertThat(client.get("/api/", "Accept", "text/html").body()).startsWith("<!DOCTYPE html>");
    String little = "text/html;q=0.1, application/json";
    assertThat(client.get("/api", "Accept", little).body()).startsWith("{");
    assertThat(client.get("/api", "Accept", "application/json;q=0").body()).startsWith("<!DOCTYPE");
  }

  /** The address is each reader's, the rest is made once. */
  @Test
  void tellsEachReaderWhereToAsk() throws Exception {
    String page = client.get("/api", "Accept", "text/html").body();
    assertThat(page)
        .contains("curl http://localhost:" + port + "/api/v1/certificates/7K3M9QPX2RTV4WZ7<")
        .contains("--data-binary @body.json http://localhost:" + port + "/api/v1/lookups<");
    assertThat(client.get("/api", "Accept", "text/html").body()).isEqualTo(page);
    assertThat(client.get("/api?lang=en", "Accept", "text/html").body()).contains("curl http");
  }
}
