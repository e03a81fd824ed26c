package cn.zhixin.verification.front;

import cn.zhixin.verification.PublicSite;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public site behind its front, with a few pages that say what they see. */
@Timeout(60)
@SpringBootTest(
    classes = {PublicSite.class, FrontSite.Echo.class},
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address=https://zc.example.cn:8443",
      "zhixin.limits.lookups=",
      "zhixin.front.head-time=2s",
      "zhixin.front.window=2s"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class FrontSite {
  static final String VALID = "/api/v1/certificates/" + PublicSite.VALID;
  static final String REVOKED = "/api/v1/certificates/" + PublicSite.REVOKED;

  @LocalServerPort int port;

  /** What a page sees of a request. */
  @TestConfiguration
  @Import(EchoEndpoint.class)
  static class Echo {}

  static volatile CountDownLatch reached = new CountDownLatch(1);
  static volatile CountDownLatch goOn = new CountDownLatch(1);

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

    /** Answers when the test lets it. */
    @GetMapping("/test/held/{word}")
    String held() throws InterruptedException {
      reached.countDown();
      if (!goOn.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the test forgot this request");
      }
      return "told whole";
    }

    @GetMapping("/test/large")
    byte[] large() {
      return "0123456789abcdef".repeat(25_000).getBytes(StandardCharsets.US_ASCII);
    }
  }

  static String get(String path, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
  }

  RawHttp open() throws IOException {
    return new RawHttp(port);
  }

  RawHttp.Response ask(String request) throws IOException {
    try (RawHttp connection = open()) {
      return connection.send(request).read(request.startsWith("HEAD"));
    }
  }
}
