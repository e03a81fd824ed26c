package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.PublicSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What there is no certificate for. The same site as {@link CertificateEndpointsTests}. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address="
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RefusedRequestsTests {
  @LocalServerPort private int port;
  private PublicClient client;

  @BeforeEach
  void connect() {
    client = new PublicClient(port);
  }

  @Test
  void saysNotFoundAsAProblemWithTheVerdict() throws Exception {
    var response =
        client.get("/api/v1/certificates/" + PublicSite.UNKNOWN, "Accept-Language", "en");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(PublicClient.json(response).path("type").asString())
        .isEqualTo("urn:zhixin:problem:not-found");
    assertThat(PublicClient.json(response).path("verdict").asString()).isEqualTo("NOT_FOUND");
    assertThat(PublicClient.json(response).path("title").asString())
        .isEqualTo("Not found in this system");
  }

  @Test
  void tellsAMistypedCodeFromAnUnknownOne() throws Exception {
    char last = PublicSite.VALID.value().charAt(15);
    String mistyped = PublicSite.VALID.value().substring(0, 15) + (last == '7' ? '8' : '7');
    var response = client.get("/api/v1/certificates/" + mistyped + "?lang=en");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(PublicClient.json(response).path("type").asString())
        .isEqualTo("urn:zhixin:problem:mistyped-code");
    assertThat(PublicClient.json(response).path("detail").asString()).contains("check character");
    var page = client.get("/v/" + mistyped);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("校验位不符").contains("value=\"" + mistyped + "\"");
  }

  @Test
  void refusesWhatIsNoCodeWithoutLookingItUp() throws Exception {
    var response = client.get("/api/v1/certificates/hello");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(PublicClient.json(response).path("type").asString())
        .isEqualTo("urn:zhixin:problem:malformed-code");
  }

  @Test
  void tellsErrorsWithoutTheirInsides() throws Exception {
    var api = client.get("/api/v1/nothing");
    assertThat(api.statusCode()).isEqualTo(404);
    assertThat(PublicClient.json(api).path("type").asString())
        .isEqualTo("urn:zhixin:problem:no-such-address");
    var page = client.get("/nothing?lang=en", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such page").doesNotContain("java.");
  }

  @Test
  void answersInItsOwnWordsWhatTheWebServerRefuses() throws Exception {
    for (String path : List.of("/v/%00", "/v/..%2f..%2fetc", "/v/" + "A".repeat(20_000))) {
      String page = raw(path);
      assertThat(page).as(path.substring(0, 6)).startsWith("HTTP/1.1 4");
      assertThat(page).contains("职称证书查验", "nosniff").doesNotContain("HTTP Status", "Tomcat");
    }
    assertThat(raw("/api/v1/certificates/%00"))
        .contains("application/problem+json", "urn:zhixin:problem:bad-request");
  }

  @Test
  void tellsWhatTheWebServerRefusesInTheLanguageAskedForToo() throws Exception {
    for (String path : List.of("/api/v1/certificates/%00", "/v/%00")) {
      String english = raw(path, "Accept-Language: fr, en;q=0.5\r\n");
      assertThat(english)
          .contains("Content-Language: en\r\n", "We do not understand this request")
          .containsPattern("(?i)vary: [a-z, -]*accept-language");
      for (String other : List.of("", "Accept-Language: fr\r\n", "Accept-Language: zh;q=1\r\n")) {
        assertThat(raw(path, other)).contains("Content-Language: zh-CN\r\n", "请求");
      }
    }
  }

  /** Such requests come to no filter. */
  @Test
  void guardsWhatTheWebServerRefusesLikeEveryPage() throws Exception {
    for (String path : List.of("/WEB-INF/web.xml", "/META-INF/MANIFEST.MF")) {
      String page = raw(path);
      assertThat(page).as(path).startsWith("HTTP/1.1 404");
      assertThat(page)
          .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: ", "no-store");
    }
  }

  @Test
  void noPageHasParametersInItsPath() throws Exception {
    for (String path :
        List.of(
            "/v/" + PublicSite.VALID + ";x=1",
            "/v;x/" + PublicSite.VALID,
            "/;",
            "/api;x",
            "/file;jsessionid=1")) {
      var page = client.get(path, "Accept", "text/html");
      assertThat(page.statusCode()).as(path).isEqualTo(404);
      assertThat(page.body()).contains("没有这个页面");
    }
    var api = client.get("/api/v1/certificates/" + PublicSite.VALID + ";x=1");
    assertThat(api.statusCode()).isEqualTo(404);
    assertThat(PublicClient.problem(api)).isEqualTo("no-such-address");
    assertThat(client.get("/v/" + PublicSite.VALID + "%3Bx=1").statusCode()).isEqualTo(400);
  }

  /** RFC 9110 §12.5.1. */
  @Test
  void weighsWhatIsAccepted() throws Exception {
    for (String path : List.of("/nothing", "/v/" + PublicSite.VALID, "/WEB-INF/x", "/v/%00")) {
      assertThat(type(path, "text/html;q=0.1, application/json")).as(path).contains("json");
      assertThat(type(path, "text/html, application/json;q=0.9")).as(path).contains("html");
      assertThat(type(path, "application/json;q=0")).as(path).contains("html");
      assertThat(type(path, "application/json;q=0, */*;q=0.1")).as(path).contains("html");
    }
  }

  private String type(String path, String accept) throws Exception {
    return client.get(path, "Accept", accept).headers().firstValue("Content-Type").orElseThrow();
  }

  private String raw(String path) throws IOException {
    return raw(path, "");
  }

  private String raw(String path, String headers) throws IOException {
    try (var socket = new java.net.Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                      + headers
                      + "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void escapesWhatWasTyped() throws Exception {
    String page = client.get("/v?code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body();
    assertThat(page).doesNotContain("<script>alert").contains("&quot;&gt;&lt;script&gt;");
  }
}
