package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@Timeout(60)
@SpringBootTest(
    classes = {PublicSite.class, FrontTests.Echo.class},
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.front.head-time=2s",
      "zhixin.front.window=2s"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FrontTests {
  private static final String VALID = "/api/v1/certificates/" + PublicSite.VALID;
  private static final String REVOKED = "/api/v1/certificates/" + PublicSite.REVOKED;

  @LocalServerPort private int port;
  @Autowired private ServletWebServerApplicationContext context;
  @Autowired private FakeRegistry registry;

  /** What a page sees of a request. */
  @TestConfiguration
  @Import(EchoEndpoint.class)
  static class Echo {}

  @RestController
  static class EchoEndpoint {
    @GetMapping("/test/echo")
    Map<String, String> echo(HttpServletRequest request) {
      Map<String, String> seen = new TreeMap<>();
      request
          .getHeaderNames()
          .asIterator()
          .forEachRemaining(
              name -> seen.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
      seen.put("address", request.getRemoteAddr());
      seen.put("port", Integer.toString(request.getServerPort()));
      seen.put("scheme", request.getScheme());
      return seen;
    }

    @PostMapping("/test/length")
    String length(HttpServletRequest request) throws IOException {
      long sum = 0;
      long count = 0;
      byte[] buffer = new byte[10_000];
      for (int n = request.getInputStream().read(buffer);
          n >= 0;
          n = request.getInputStream().read(buffer)) {
        count += n;
        for (int i = 0; i < n; i++) {
          sum += buffer[i];
        }
      }
      return count + " " + sum;
    }

    @GetMapping("/test/large")
    byte[] large() {
      return "0123456789abcdef".repeat(25_000).getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static String get(String path, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
  }

  private RawHttp open() throws IOException {
    return new RawHttp(port);
  }

  private RawHttp.Response ask(String request) throws IOException {
    try (RawHttp connection = open()) {
      return connection.send(request).read(request.startsWith("HEAD"));
    }
  }

  @Test
  void answersAsThePagesServerDoes() throws Exception {
    for (String query : new String[] {"", "lang=en", "lang=zh"}) {
      for (String code :
          new String[] {
            PublicSite.VALID.value(),
            PublicSite.REVOKED.value(),
            PublicSite.UNKNOWN.value(),
            PublicSite.DAMAGED.value(),
            "hello",
            PublicSite.VALID.value().substring(0, 15) + "0"
          }) {
        String path = "/api/v1/certificates/" + code;
        RawHttp.Response hot = ask(get(path + (query.isEmpty() ? "" : "?" + query)));
        // a parameter that means nothing is none of the front's
        RawHttp.Response page = ask(get(path + "?" + query + "&nothing=1"));
        assertThat(hot.status()).as(path).isEqualTo(page.status());
        assertThat(untimed(hot.body())).isEqualTo(untimed(page.body()));
        assertThat(comparable(hot)).isEqualTo(comparable(page));
      }
    }
  }

  private static String untimed(String body) {
    return body.replaceAll("20[0-9-]+T[0-9:.]+Z", "TIME");
  }

  private static Map<String, String> comparable(RawHttp.Response response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers());
    headers.keySet().removeAll(java.util.Set.of("Date", "Zhixin-As-Of", "Transfer-Encoding"));
    headers.remove("Content-Length");
    headers.computeIfPresent("Vary", (name, value) -> value.replace(", Accept-Encoding", ""));
    return headers;
  }

  @Test
  void keepsTheConnectionAndAnswersInOrder() throws Exception {
    try (RawHttp connection = open()) {
      connection.send(
          get(VALID) + get("/robots.txt") + get(REVOKED) + get(VALID + "?x=1") + get(VALID));
      assertThat(connection.read().body()).contains("\"VALID\"");
      assertThat(connection.read().body()).contains("Disallow");
      assertThat(connection.read().body()).contains("\"REVOKED\"");
      assertThat(connection.read().body()).contains("\"VALID\"");
      assertThat(connection.read().body()).contains("\"VALID\"");
    }
  }

  @Test
  void answersManyRequestsThatCameAtOnce() throws Exception {
    try (RawHttp connection = open()) {
      connection.send(get(VALID).repeat(500) + get(REVOKED));
      for (int i = 0; i < 500; i++) {
        assertThat(connection.read().body()).contains("\"VALID\"");
      }
      assertThat(connection.read().body()).contains("\"REVOKED\"");
    }
  }

  @Test
  void readsARequestThatComesByteByByte() throws Exception {
    try (RawHttp connection = open()) {
      for (byte one : (get(VALID) + get(REVOKED)).getBytes(StandardCharsets.US_ASCII)) {
        connection.send(new byte[] {one});
      }
      assertThat(connection.read().body()).contains("\"VALID\"");
      assertThat(connection.read().body()).contains("\"REVOKED\"");
    }
  }

  @Test
  void answersHeadWithTheSameHeadersAndNoBody() throws Exception {
    try (RawHttp connection = open()) {
      for (String path : new String[] {VALID, "/", "/api/v1/certificates/hello"}) {
        RawHttp.Response head = connection.send(get(path).replace("GET", "HEAD")).read(true);
        RawHttp.Response full = connection.send(get(path)).read();
        assertThat(head.status()).isEqualTo(full.status());
        assertThat(head.header("Content-Type")).isEqualTo(full.header("Content-Type"));
        assertThat(head.header("ETag")).isEqualTo(full.header("ETag"));
      }
    }
  }

  @Test
  void saysThatNothingChangedOnTheSameConnection() throws Exception {
    try (RawHttp connection = open()) {
      String tag = connection.send(get(VALID)).read().header("ETag");
      for (String known : new String[] {tag, "\"x\", " + tag, tag.substring(2)}) {
        RawHttp.Response again = connection.send(get(VALID, "If-None-Match: " + known)).read();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Zhixin-As-Of")).isNotEmpty();
        assertThat(again.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(again.headers()).doesNotContainKey("Content-Length");
      }
      assertThat(connection.send(get(VALID, "If-None-Match: \"x\"")).read().status())
          .isEqualTo(200);
    }
  }

  @Test
  void compressesOnceAndFillsInTheTimes() throws Exception {
    for (String language : new String[] {"zh-CN,zh;q=0.9", "en-US,en;q=0.5"}) {
      for (String path : new String[] {VALID, REVOKED}) {
        String spoken = "Accept-Language: " + language;
        RawHttp.Response plain = ask(get(path, spoken));
        for (int i = 0; i < 3; i++) {
          RawHttp.Response small = ask(get(path, spoken, "Accept-Encoding: gzip, br"));
          assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
          assertThat(small.header("Vary")).contains("Accept-Encoding");
          assertThat(small.bytes().length).isLessThan(plain.bytes().length);
          String text =
              new String(
                  new GZIPInputStream(new ByteArrayInputStream(small.bytes())).readAllBytes(),
                  StandardCharsets.UTF_8);
          assertThat(untimed(text)).isEqualTo(untimed(plain.body()));
          assertThat(text).contains("\"asOf\":\"" + small.header("Zhixin-As-Of") + "\"");
          Thread.sleep(250);
        }
      }
    }
  }

  @Test
  void showsPagesTheClientAndNotItself() throws Exception {
    RawHttp.Response seen =
        ask(
            get(
                "/test/echo",
                "X-Forwarded-For: 6.6.6.6",
                "Forwarded: for=6.6.6.6",
                "X-Forwarded-Proto: https",
                "Zhixin-Front: stolen 6.6.6.6 https",
                "Connection: keep-alive, X-Hop",
                "X-Hop: 1",
                "Keep-Alive: 5",
                "TE: trailers",
                "X-Kept: yes"));
    assertThat(seen.body())
        .contains("\"address\":\"127.0.0.1\"", "\"scheme\":\"http\"", "\"x-kept\":\"yes\"")
        .doesNotContain("6.6.6.6", "zhixin-front", "x-hop", "trailers", "\"keep-alive\"");
  }

  @Test
  void nobodyReachesThePagesServerPastTheFront() throws Exception {
    TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
    int behind = server.getTomcat().getConnector().getLocalPort();
    assertThat(behind).isNotEqualTo(port);
    for (String guess : new String[] {"X-Kept: yes", "Zhixin-Front: 0 127.0.0.1 http"}) {
      try (RawHttp direct = new RawHttp(new Socket("127.0.0.1", behind))) {
        assertThat(direct.send(get("/", guess)).read().status()).isEqualTo(403);
      }
    }
  }

  @Test
  void streamsUploadsThrough() throws Exception {
    byte[] content = new byte[1_500_000];
    java.util.Arrays.fill(content, (byte) 3);
    try (RawHttp connection = open()) {
      connection.send(
          "POST /test/length HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
              + "Content-Type: application/octet-stream\r\nContent-Length: 1500000\r\n\r\n");
      assertThat(connection.read().status()).isEqualTo(100);
      assertThat(connection.send(content).read().body()).isEqualTo("1500000 4500000");
      connection.send(
          "POST /test/length HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
              + "Content-Type: application/octet-stream\r\n\r\n5\r\nABCDE\r\n3;x=y\r\nFGH\r\n0\r\n\r\n");
      assertThat(connection.read().body()).isEqualTo("8 548");
      assertThat(connection.send(get(VALID)).read().status()).isEqualTo(200);
    }
  }

  @Test
  void streamsLargeResponsesToASlowReader() throws Exception {
    try (RawHttp connection = open()) {
      connection.socket().setReceiveBufferSize(8_192);
      connection.send(get("/test/large"));
      Thread.sleep(500);
      RawHttp.Response large = connection.read();
      assertThat(large.bytes()).hasSize(400_000);
      assertThat(large.body()).endsWith("0123456789abcdef");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v/x HTTP/1.1\nHost: localhost\n\n",
        "GET /v/x HTTP/1.1\r\nHost: localhost\r\nX-Nul: a\0b\r\n\r\n",
        "GET /v/x HTTP/1.1\r\nHost: localhost\r\nBad Name: x\r\n\r\n",
        "GET /v/x HTTP/1.1\r\nHost: localhost\r\nX-Space : x\r\n\r\n",
        "POST /v/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        "POST /v/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: +5\r\n\r\nabcde",
        "GET /v/x\r\n\r\n",
        "GET /v/x HTTP/2.0\r\nHost: localhost\r\n\r\n",
        "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n"
      })
  void refusesWhatTwoServersMightReadDifferently(String request) throws Exception {
    try (RawHttp connection = open()) {
      RawHttp.Response refused = connection.send(request).read();
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(refused.body()).doesNotContain("Tomcat", "netty", "Exception");
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void wantsToKnowOneHost() throws Exception {
    assertThat(ask("GET " + VALID + " HTTP/1.1\r\n\r\n").status()).isEqualTo(400);
    assertThat(ask(get(VALID, "Host: other")).status()).isEqualTo(400);
  }

  @Test
  void refusesALongHead() throws Exception {
    assertThat(ask(get("/v/x", "X-Long: " + "a".repeat(20_000))).status()).isEqualTo(400);
    assertThat(ask(get("/v/" + "A".repeat(20_000))).status()).isEqualTo(400);
  }

  @Test
  void leavesOddRequestsToThePagesServer() throws Exception {
    assertThat(ask(get("http://localhost" + VALID)).body()).contains("\"VALID\"");
    assertThat(ask(get(VALID.replace("K", "%4b"))).body()).contains("\"VALID\"");
    assertThat(ask(get(VALID.toLowerCase(Locale.ROOT))).body()).contains("\"VALID\"");
    assertThat(ask(get(VALID).replace("GET", "DELETE")).status()).isEqualTo(405);
    assertThat(ask(get(VALID).replace("GET", "BREW")).status()).isBetween(400, 599);
    assertThat(ask("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n").status()).isBetween(200, 499);
    assertThat(ask(get("/v/x").replace("\r\n\r\n", "\r\nX-Fold: a\r\n b\r\n\r\n")).status())
        .isEqualTo(400);
    assertThat(ask(get("/actuator/health")).body()).contains("UP");
  }

  @Test
  void speaksToOldClients() throws Exception {
    for (String path : new String[] {VALID, "/", "/ledger/checkpoint"}) {
      try (RawHttp connection = open()) {
        RawHttp.Response old =
            connection.send("GET " + path + " HTTP/1.0\r\nHost: a\r\n\r\n").read();
        assertThat(old.status()).isEqualTo(200);
        assertThat(old.headers()).doesNotContainKey("Transfer-Encoding");
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @Test
  void closesWhenAsked() throws Exception {
    for (String path : new String[] {VALID, "/"}) {
      try (RawHttp connection = open()) {
        assertThat(connection.send(get(path, "Connection: close")).read().header("Connection"))
            .isEqualTo("close");
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @Test
  void confirmsNothingWhileNeitherFeedNorRegistryAnswers() throws Exception {
    registry.feedBroken = true;
    registry.registryBroken = true;
    try {
      Thread.sleep(1_300);
      RawHttp.Response answer = ask(get(VALID));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("5");
      assertThat(answer.body()).contains("UNCONFIRMED");
    } finally {
      registry.feedBroken = false;
      registry.registryBroken = false;
      Thread.sleep(500);
    }
    assertThat(ask(get(VALID)).status()).isEqualTo(200);
  }

  @Test
  void cutsOffWhoDripsAHead() throws Exception {
    assertThat(isCutOff(get(VALID), 100)).isTrue();
  }

  @Test
  void cutsOffWhoDripsABody() throws Exception {
    try (RawHttp connection = open()) {
      connection.send(
          "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");
      assertThat(drips(connection, "x".repeat(100), 100)).isTrue();
    }
  }

  @Test
  void letsASlowPhoneFinish() throws Exception {
    try (RawHttp connection = open()) {
      connection.send(
          "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n"
              + "Content-Type: application/octet-stream\r\n\r\n");
      for (int i = 0; i < 20; i++) {
        connection.send("x".repeat(1_000));
        Thread.sleep(300);
      }
      assertThat(connection.read().status()).isEqualTo(200);
    }
  }

  private boolean isCutOff(String text, long pause) throws Exception {
    try (RawHttp connection = open()) {
      return drips(connection, text, pause);
    }
  }

  private static boolean drips(RawHttp connection, String text, long pause) throws Exception {
    for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
      try {
        connection.send(new byte[] {one});
      } catch (IOException e) {
        return true;
      }
      Thread.sleep(pause);
    }
    return false;
  }
}
