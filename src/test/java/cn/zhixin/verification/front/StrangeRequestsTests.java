package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two servers might read differently, and what is too long. */
class StrangeRequestsTests extends FrontSite {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /robots.txt HTTP/1.1\nHost: localhost\n\n",
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nX-Nul: a\0b\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nBad Name: x\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nX-Space : x\r\n\r\n",
        "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: +5\r\n\r\nabcde",
        "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
        "POST /test/length HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "POST /test/length HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nHost : localhost\r\n\r\n",
        "GET /robots.txt HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n",
        "GET /robots.txt\r\n\r\n"
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

  /** RFC 9112 §5.2 and §2.2: to some servers a line that is folded is a header of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Fold: a\r\n X-Other: b",
        "X-Fold: a\r\n\tb",
        "X-Fold: a\r\n \r\nX-Other: b",
        "Content-Length: 1\r\n 0",
        "Transfer-Encoding:\r\n chunked",
        " X-First: after the request line"
      })
  void refusesFoldedLinesHoweverTheyArrive(String headers) throws Exception {
    for (String path : new String[] {VALID, "/robots.txt"}) {
      String request = "GET " + path + " HTTP/1.1\r\n" + headers + "\r\nHost: localhost\r\n\r\n";
      for (int pieces : new int[] {1, request.length()}) {
        try (RawHttp connection = open()) {
          for (int i = 0; i < pieces; i++) {
            int size = request.length() / pieces;
            connection.send(request.substring(i * size, (i + 1) * size));
          }
          assertThat(connection.read().status()).as(path + " in " + pieces).isEqualTo(400);
          assertThat(connection.isClosed()).isTrue();
        }
      }
    }
  }

  /** What begins with a space in a body is no folded line, nor is what comes after it. */
  @Test
  void aBodyMayHaveLinesThatBeginWithASpace() throws Exception {
    try (RawHttp connection = open()) {
      String body = "a\r\n b\r\n\tc";
      connection.send(
          "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n");
      for (String piece : body.split("(?<=\n)")) {
        Thread.sleep(50);
        connection.send(piece);
      }
      assertThat(connection.read().body()).contains(String.valueOf(body.length()));
      assertThat(connection.send(get("/robots.txt", "X-Spaces:   in a line ")).read().status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "a@b", "a\"b", "[::1", "a,b"})
  void aHostThatIsNoneIsRefusedByBothServers(String host) throws Exception {
    for (String path : new String[] {VALID, "/robots.txt"}) {
      String request = get(path).replace("localhost", host);
      assertThat(ask(request).status()).as(path).isEqualTo(400);
    }
  }

  @Test
  void wantsToKnowOneHost() throws Exception {
    assertThat(ask("GET " + VALID + " HTTP/1.1\r\n\r\n").status()).isEqualTo(400);
    assertThat(ask(get(VALID, "Host: other")).status()).isEqualTo(400);
  }

  @Test
  void saysWhatWasTooLong() throws Exception {
    String large = "X-Long: " + "a".repeat(60_000);
    RawHttp.Response head = ask(get("/v/x", large));
    assertThat(head.status()).isEqualTo(431);
    assertThat(head.body()).contains("请求头太大");
    RawHttp.Response problem = ask(get(VALID, large));
    assertThat(problem.status()).isEqualTo(431);
    assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(problem.body()).contains("urn:zhixin:problem:head-too-large");
    assertThat(ask(get("/v/x", "X: 1\r\n".repeat(8_000) + "Y: 1")).status()).isEqualTo(431);
    assertThat(ask(get("/v/" + "A".repeat(20_000))).status()).isEqualTo(414);
  }

  /** A body that is read by one server and not by the other would be the next request. */
  @Test
  void nothingIsLeftOfARequestForTheNext() throws Exception {
    String hidden = "GET /test/echo HTTP/1.1\r\nHost: localhost\r\nX-Smuggled: 1\r\n\r\n";
    for (String method : new String[] {"GET", "POST", "DELETE", "OPTIONS", "HEAD"}) {
      try (RawHttp connection = open()) {
        connection.send(
            method
                + " /v/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + hidden.length()
                + "\r\n\r\n"
                + hidden);
        assertThat(connection.read(method.equals("HEAD")).status()).as(method).isBetween(200, 499);
        String next = nextBody(connection);
        assertThat(next).as(method).doesNotContain("smuggled");
      }
    }
  }

  private static String nextBody(RawHttp connection) {
    try {
      return connection.send(get("/robots.txt")).read().body();
    } catch (java.io.IOException e) {
      // closed: nothing was left either
      return "";
    }
  }

  /** Else the pages' server would read the body as the next request (RFC 9110 §7.6.1). */
  @Test
  void whatFramesARequestIsForEveryServer() throws Exception {
    for (String framed :
        new String[] {
          "Content-Length: 5\r\n\r\nabcde",
          "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"
        }) {
      try (RawHttp connection = open()) {
        connection.send(
            "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                + "Connection: content-length, Transfer-Encoding, host\r\n"
                + framed
                + get(VALID));
        assertThat(connection.read().body()).isEqualTo("5 495");
        assertThat(connection.read().body()).contains("\"VALID\"");
      }
    }
  }

  @Test
  void chunkExtensionsAndTrailersReachNoPage() throws Exception {
    try (RawHttp connection = open()) {
      connection.send(
          "POST /test/length HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
              + "Content-Type: application/octet-stream\r\n\r\n"
              + "3;a=\"b\"\r\nABC\r\n0\r\nX-Trailer: 1\r\n\r\n"
              + get(VALID));
      assertThat(connection.read().body()).isEqualTo("3 198");
      assertThat(connection.read().body()).contains("\"VALID\"");
    }
  }

  @Test
  void twoHostsThatDisagreeAreRefused() throws Exception {
    assertThat(ask("GET http://other/test/echo HTTP/1.1\r\nHost: localhost\r\n\r\n").status())
        .isIn(200, 400);
    assertThat(ask("GET http://localhost" + VALID + " HTTP/1.1\r\nHost: localhost\r\n\r\n").body())
        .contains("\"VALID\"");
  }

  @Test
  void saysWhichMethodsAreAllowed() throws Exception {
    for (String method : new String[] {"DELETE", "PUT", "PATCH", "TRACE", "PROPFIND"}) {
      RawHttp.Response refused = ask(get(VALID).replace("GET", method));
      assertThat(refused.status()).as(method).isEqualTo(405);
      assertThat(refused.header("Allow").split(",\\s*"))
          .as(method)
          .contains("GET", "HEAD")
          .doesNotContain("POST", method);
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }
    for (String page : new String[] {"/v/x", "/", "/scan", "/favicon.svg"}) {
      RawHttp.Response refused = ask(get(page, "Cookie: a=secret").replace("GET", "TRACE"));
      assertThat(refused.status()).as(page).isEqualTo(405);
      assertThat(refused.header("Allow").split(",\\s*"))
          .as(page)
          .contains("GET", "HEAD")
          .doesNotContain("POST", "TRACE");
      assertThat(refused.body()).as(page).doesNotContain("secret");
    }
    RawHttp.Response options = ask(get(VALID).replace("GET", "OPTIONS"));
    assertThat(options.status()).isEqualTo(200);
    assertThat(options.header("Allow")).contains("GET", "HEAD");
  }

  @Test
  void promisesToReadABodyOnlyIfItIsExpected() throws Exception {
    assertThat(ask(get(VALID, "Expect: 100-continue")).status()).isIn(100, 200);
    assertThat(ask(get(VALID, "Expect: a-miracle")).status()).isEqualTo(417);
  }
}
