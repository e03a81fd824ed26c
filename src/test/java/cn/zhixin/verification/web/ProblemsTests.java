package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every refusal is a problem with a type that is listed, in the language asked for. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.home=target/zhixin-test-home",
      "zhixin.limits.holder-match=",
      "zhixin.limits.holder-number-code=",
      "zhixin.limits.lookups=",
      "zhixin.limits.sign-in=2/1h"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemsTests {
  private static final String CERTIFICATE = "/api/v1/certificates/" + PublicSite.VALID;
  private static final String MATCH = CERTIFICATE + "/holder-match";
  private static final String LOOKUPS = "/api/v1/lookups";

  /** From the corpora beside the project, or the few here that hurt most. */
  private static final List<String> NAUGHTY = naughty();

  @LocalServerPort private int port;
  private PublicClient client;

  @BeforeEach
  void connect() {
    client = new PublicClient(port);
  }

  private static List<String> naughty() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "",
                " ",
                "\0",
                "null",
                "undefined",
                "-1",
                "0/0",
                "١٢٣",
                "社會科學院",
                "Ω≈ç√∫˜µ≤",
                "\u202Etest\u202C",
                "\uFEFF",
                "田中さんにあげて下さい",
                "👾 🙇",
                "' OR 1=1 --",
                "<script>",
                "../../../etc/passwd",
                "%s%x%n",
                "${jndi:ldap://x}",
                "{{7*7}}",
                "\r\nSet-Cookie: a=b",
                "\uD800",
                "a".repeat(5_000)));
    Path corpus =
        Path.of(
            System.getProperty("zhixin.shared", "../shared"), "corpora", "strings", "blns.json");
    if (Files.exists(corpus)) {
      try {
        JsonMapper.shared().readTree(Files.readString(corpus)).forEach(n -> all.add(n.asString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  @Test
  void areListedOnTheirPage() throws Exception {
    Map<String, Integer> listed = new TreeMap<>();
    Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\|")
        .matcher(Files.readString(Path.of("src/docs/problems.md")))
        .results()
        .forEach(row -> listed.put(row.group(1), Integer.parseInt(row.group(2))));
    Map<String, Integer> known = new TreeMap<>();
    Arrays.stream(ProblemKind.values())
        .forEach(kind -> known.put(kind.id(), kind.status().value()));
    assertThat(listed).isEqualTo(known);
  }

  @Test
  void areEachWrittenInBothLanguages() {
    for (ProblemKind kind : ProblemKind.values()) {
      for (String member : List.of("title", "detail")) {
        assertThat(told(kind, Language.CHINESE, member)).matches("(?s).*\\p{IsHan}.*");
        assertThat(told(kind, Language.ENGLISH, member))
            .isNotBlank()
            .doesNotMatch(".*\\p{IsHan}.*");
      }
    }
  }

  private static String told(ProblemKind kind, Language language, String member) {
    var response = Problems.of(kind, language);
    assertThat(response.getHeaders().getFirst("Content-Language")).isEqualTo(language.tag());
    return JsonMapper.shared().readTree(response.getBody()).path(member).asString();
  }

  @Test
  void areToldForEveryRefusalInTheLanguageAskedFor() throws Exception {
    assertProblem(send("DELETE", CERTIFICATE, "", null), 405, "method-not-allowed");
    assertProblem(send("GET", MATCH, "", null), 405, "method-not-allowed");
    assertProblem(send("POST", MATCH, "{", "application/json"), 400, "malformed-json");
    assertProblem(send("POST", MATCH, "a=b", "text/plain"), 415, "unsupported-media-type");
    assertProblem(send("POST", MATCH, "a".repeat(20_000), "application/json"), 413, "too-large");
    assertProblem(send("POST", MATCH, "{}", "application/json"), 400, "malformed-name");
    assertProblem(send("POST", LOOKUPS, "{}", "application/json"), 400, "malformed-name");
    assertProblem(send("POST", LOOKUPS, "{}", "nonsense"), 415, "unsupported-media-type");
    assertProblem(send("GET", "/api/v2", "", null), 404, "no-such-address");
    assertProblem(send("GET", "/api/v1/certificates/", "", null), 404, "no-such-address");
    assertProblem(send("GET", "/api/v1/certificates/x", "", null), 400, "malformed-code");
    HttpResponse<String> picture =
        client.get("/api/v1/lookups/challenge", "Accept", "image/png", "Accept-Language", "en");
    assertProblem(picture, 406, "not-acceptable");
    HttpResponse<String> chinese = client.get("/api/v2");
    assertThat(PublicClient.json(chinese).path("title").asString()).isEqualTo("没有这个地址");
  }

  @Test
  void areToldWhenAskedTooOften() throws Exception {
    HttpResponse<String> first = client.postForm("/sign-in", "a=b");
    assertThat(first.headers().firstValue("RateLimit-Policy"))
        .contains("\"sign-in-3600s\";q=2;w=3600");
    assertThat(first.headers().firstValue("RateLimit").orElseThrow())
        .matches("\"sign-in-3600s\";r=1;t=1[78]\\d\\d");
    client.postForm("/sign-in", "a=b");

    HttpResponse<String> page = client.postForm("/sign-in?lang=en", "a=b");
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.body()).contains("<!DOCTYPE html>", "Too many requests", "nothing about any");
    assertThat(Integer.parseInt(page.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1_700, 1_800);
    HttpResponse<String> problem =
        client.send(
            client
                .request("/sign-in", "Accept", "application/json", "Accept-Language", "en")
                .POST(BodyPublishers.noBody())
                .build());
    assertProblem(problem, 429, "too-many-requests");
    // a page has one limit, however its address is written
    for (String address : List.of("/%73ign-in", "/x/../sign-in", "//sign-in", "/sign-in;x=1")) {
      assertThat(client.postForm(address, "a=b").statusCode()).as(address).isEqualTo(429);
    }
    assertThat(problem.headers().firstValue("RateLimit").orElseThrow()).contains(";r=0;t=");
  }

  /** Whatever stands in a code, a name or a number: a clean refusal or a clean answer. */
  @Test
  void areAllThatNaughtyTextGets() throws Exception {
    for (String text : NAUGHTY) {
      String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
      clean(client.get("/api/v1/certificates/" + encoded), text);
      clean(client.get("/v/" + encoded, "Accept", "text/html"), text);
      clean(client.get("/v?code=" + encoded, "Accept", "text/html"), text);
      clean(client.get("/api/" + encoded), text);
      String name = JsonMapper.shared().writeValueAsString(Map.of("name", text));
      clean(client.postJson(MATCH, name), text);
      String all =
          JsonMapper.shared()
              .writeValueAsString(
                  Map.of(
                      "name", text,
                      "identityTail", text,
                      "identityNumber", text,
                      "documentKind", text,
                      "proof", text,
                      "purpose", text));
      clean(client.postJson(MATCH, all), text);
      clean(client.postJson(LOOKUPS, all), text);
      clean(client.postJson(LOOKUPS, text), text);
      clean(client.postForm("/v/" + PublicSite.VALID + "/holder", "name=" + encoded), text);
    }
  }

  private static void clean(HttpResponse<String> answer, String text) {
    assertThat(answer.statusCode()).as(text).isLessThan(500);
    assertThat(answer.body()).as(text).doesNotContain("java.", "Exception", "\tat ");
    if (answer.uri().getPath().startsWith("/api/") && answer.statusCode() >= 400) {
      assertThat(answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""))
          .as(text)
          .isEqualTo("application/problem+json");
    }
  }

  private HttpResponse<String> send(String method, String path, String body, @Nullable String type)
      throws Exception {
    var request =
        client.request(path, "Accept-Language", "en").method(method, BodyPublishers.ofString(body));
    return client.send((type == null ? request : request.header("Content-Type", type)).build());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = PublicClient.json(answer);
    assertThat(PublicClient.problem(answer)).isEqualTo(type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).doesNotContainPattern("\\p{IsHan}");
    assertThat(problem.path("detail").asString()).isNotEmpty().doesNotContain("Exception");
  }
}
