package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class ForwardingTests extends FrontSite {
  /** Much more than both systems' buffers hold. */
  private static final long UNREAD = 60_000_000;

  @Autowired private ServletWebServerApplicationContext context;

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

  /** What waits for its turn stays with its sender, but for a few requests. */
  @Test
  void readsNoFurtherWhileARequestWaits() throws Exception {
    goOn = new CountDownLatch(1);
    AtomicLong sent = new AtomicLong();
    byte[] next =
        get("/robots.txt", "X-Long: " + "a".repeat(4_000))
            .repeat(20)
            .getBytes(StandardCharsets.US_ASCII);
    try (RawHttp connection = open()) {
      connection.send(get("/test/held/x"));
      Thread sender =
          new Thread(
              () -> {
                try {
                  while (sent.get() < UNREAD) {
                    connection.send(next);
                    sent.addAndGet(next.length);
                  }
                } catch (IOException e) {
                  // the connection was closed: the test is over
                }
              });
      sender.setDaemon(true);
      sender.start();
      long before = -1;
      while (sent.get() > before && sent.get() < UNREAD) {
        before = sent.get();
        sender.join(1_000);
      }
      assertThat(sent.get()).isLessThan(UNREAD);
    } finally {
      goOn.countDown();
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

  /** Only HTTP/1.1 must name its host (RFC 9112 §3.2). */
  @Test
  void servesOldClientsThatNameNoHost() throws Exception {
    for (String path : new String[] {VALID, "/", "/test/echo"}) {
      assertThat(ask("GET " + path + " HTTP/1.0\r\n\r\n").status()).as(path).isEqualTo(200);
    }
    assertThat(ask("GET /test/echo HTTP/1.0\r\n\r\n").body())
        .contains("\"host\":\"zc.example.cn:8443\"");
    assertThat(ask("GET http://old.example/test/echo HTTP/1.0\r\n\r\n").body())
        .contains("\"host\":\"old.example\"");
    assertThat(ask("GET /test/echo HTTP/1.0\r\nHost: told.example\r\n\r\n").body())
        .contains("\"host\":\"told.example\"");
    assertThat(ask("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n").status()).isEqualTo(400);
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
}
