package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the front refuses itself is told to programs and to people as the pages would tell it. */
class RefusalsTests extends FrontSite {
  private static final String CHUNKED =
      " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
          + "Content-Type: application/json\r\n";

  /** RFC 9112 §7.1: a server that guessed would read the next request at another place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "xyz\r\nabc\r\n0\r\n\r\n",
        "-1\r\nabc\r\n0\r\n\r\n",
        "0x3\r\nabc\r\n0\r\n\r\n",
        "ffffffffffffffff\r\nabc\r\n0\r\n\r\n",
        "3\nabc\r\n0\r\n\r\n",
        "3\r\nabc\n0\r\n\r\n",
        "3\r\nabcdef\r\n0\r\n\r\n",
        "3;a\nb\r\nabc\r\n0\r\n\r\n",
        "3;a\rb\r\nabc\r\n0\r\n\r\n",
        "\r\nabc\r\n0\r\n\r\n",
        "3\r\nabc\r\n0\r\nBad Name: x\r\n\r\n",
        "0\r\nA: b\n\r\n"
      })
  void chunksThatAreNoneHaveOneAnswer(String content) throws Exception {
    for (String path : List.of("/test/length", "/api/v1/lookups")) {
      try (RawHttp connection = open()) {
        connection.send("POST " + path + CHUNKED + "\r\n" + content + get("/robots.txt"));
        assertRefused(connection.read(), 400, "bad-request", path.startsWith("/api/"));
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @Test
  void chunksBreakOffLateToo() throws Exception {
    try (RawHttp connection = open()) {
      connection.send("POST /api/v1/lookups" + CHUNKED + "Accept-Language: en\r\n\r\n3\r\nabc\r\n");
      Thread.sleep(300);
      RawHttp.Response refused = connection.send("?\r\n").read();
      assertRefused(refused, 400, "bad-request", true);
      assertThat(refused.header("Content-Language")).isEqualTo("en");
      assertThat(connection.isClosed()).isTrue();
    }
  }

  /** The answer to a head alone says that nothing more of the request is read; it stays the one. */
  @Test
  void aRequestThatWasAnsweredHasNoSecondAnswer() throws Exception {
    try (RawHttp connection = open()) {
      connection.send("GET /test/large" + CHUNKED + "\r\n3\r\nabc\r\n");
      RawHttp.Response large = connection.read();
      assertThat(large.status()).isEqualTo(200);
      assertThat(large.header("Connection")).isEqualTo("close");
      connection.send("?\r\n");
      assertThat(large.bytes()).hasSize(400_000);
      assertThat(connection.isClosed()).isTrue();
    }
    try (RawHttp connection = open()) {
      connection.socket().setReceiveBufferSize(8_192);
      connection.send("GET /test/large" + CHUNKED + "\r\n3\r\nabc\r\n");
      Thread.sleep(300);
      connection.send("?\r\n");
      String all =
          new String(connection.socket().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(all).startsWith("HTTP/1.1 200").doesNotContain("HTTP/1.1 400");
    }
  }

  @Test
  void trailersAreBoundedLikeAHead() throws Exception {
    String trailers = "0\r\nX-Long: " + "a".repeat(60_000) + "\r\n\r\n";
    RawHttp.Response refused = ask("POST /api/v1/lookups" + CHUNKED + "\r\n" + trailers);
    assertRefused(refused, 431, "head-too-large", true);
    String extension = "3;" + "a".repeat(20_000) + "\r\nabc\r\n0\r\n\r\n";
    refused = ask("POST /api/v1/lookups" + CHUNKED + "\r\n" + extension);
    assertRefused(refused, 400, "bad-request", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/2.0", "HTTP/3.0", "HTTP/0.9"})
  void speaksNoOtherHttp(String version) throws Exception {
    for (String path : List.of("/robots.txt", VALID, "http://localhost" + VALID)) {
      RawHttp.Response refused = ask(get(path).replace("HTTP/1.1", version));
      assertRefused(refused, 505, "version-not-supported", path.contains("/api/"));
    }
    assertRefused(ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505, "version-not-supported", false);
  }

  /** RFC 9110 §9.1 and §9.3.6; what follows would be meant for the tunnel's other end. */
  @Test
  void opensNoTunnel() throws Exception {
    for (String target : List.of("localhost:80", "example.com:443", "/v/x", VALID)) {
      try (RawHttp connection = open()) {
        connection.send("CONNECT " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        connection.send(get("/robots.txt"));
        assertRefused(connection.read(), 501, "method-not-implemented", target.contains("/api/"));
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @Test
  void meetsNoExpectationButToReadOn() throws Exception {
    for (String path : List.of("/robots.txt", VALID)) {
      for (String expected :
          List.of("Expect: a-miracle", "Expect: 100-continue\r\nExpect: a-miracle")) {
        try (RawHttp connection = open()) {
          connection.send(get(path, expected, "Content-Length: 3"));
          assertRefused(connection.read(), 417, "expectation-failed", path.contains("/api/"));
          assertThat(connection.isClosed()).isTrue();
        }
      }
    }
    RawHttp.Response page = ask(get("/robots.txt?lang=en", "Expect: a-miracle"));
    assertThat(page.body()).contains("This expectation is not supported").contains("lang=\"en\"");
  }

  /** Of a line that is none, the address may be read all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET %s HTTP/1.1\nHost: localhost\n\n",
        "GET %s HTTP/1.1\r\nHost: localhost\n\r\n",
        "GET %s HTTP/1.1 \r\nHost: localhost\r\n\r\n",
        "GET %s HTTP/11\r\nHost: localhost\r\n\r\n",
        "\r\n\r\nGET %s\r\n\r\n",
        "G\0T %s HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET %s HTTP/1.1\r\nHost : localhost\r\n\r\n"
      })
  void tellsProgramsOfABrokenLineToo(String request) throws Exception {
    for (String path : List.of("/v/x", VALID, "http://localhost" + VALID)) {
      RawHttp.Response refused = ask(request.replace("%s", path));
      assertRefused(refused, 400, "bad-request", path.contains("/api/"));
    }
  }

  @Test
  void isFoundInALineThatIsTooLong() throws Exception {
    RawHttp.Response refused = ask(get("/api/v1/certificates/" + "A".repeat(20_000)));
    assertRefused(refused, 414, "address-too-long", true);
    assertRefused(ask(get("/v/" + "A".repeat(20_000))), 414, "address-too-long", false);
  }

  @Test
  void aHeadHasNoContentEvenRefused() throws Exception {
    String head = "HEAD /robots.txt HTTP/1.1\r\nHost: localhost\r\nBad Name: x\r\n\r\n";
    try (RawHttp connection = open()) {
      assertThat(connection.send(head).read(true).status()).isEqualTo(400);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  /** Whoever still sends must not lose the answer to a reset. */
  @Test
  void isReadByWhoeverStillSends() throws Exception {
    String chunks = "POST /api/v1/lookups" + CHUNKED + "\r\n?\r\n";
    String head = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nBad Name: x\r\n\r\n";
    for (String request : List.of(head, chunks)) {
      try (RawHttp connection = open()) {
        assertThat(connection.send(request).read().status()).isEqualTo(400);
        // a reset would break the pipe
        for (int i = 0; i < 6; i++) {
          connection.send(new byte[10_000]);
          Thread.sleep(50);
        }
      }
    }
  }

  private static void assertRefused(
      RawHttp.Response refused, int status, String type, boolean program) {
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.header("Connection")).isEqualTo("close");
    assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
    if (program) {
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(refused.body()).contains("\"urn:zhixin:problem:" + type + "\"");
    } else {
      assertThat(refused.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
      assertThat(refused.body()).contains("<!DOCTYPE html>").doesNotContain("??");
    }
  }
}
