package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.PublicClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What an operator sees of the public port. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {
      "logging.level.access=info",
      "zhixin.front.connections=40",
      "zhixin.front.threads=2",
      "management.server.port=0",
      "management.endpoints.web.exposure.include=health,prometheus",
      "management.prometheus.metrics.export.enabled=true"
    })
class TrafficTests extends FrontSite {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @LocalManagementPort private int management;

  private double figure(String name, Map<String, String> tags) throws Exception {
    String all = new PublicClient(management).get("/actuator/prometheus").body();
    Matcher lines = Pattern.compile("(?m)^" + name + "(?:\\{(.*)})? ([0-9.E+-]+)$").matcher(all);
    double sum = 0;
    while (lines.find()) {
      String told = lines.group(1) == null ? "" : lines.group(1);
      if (tags.entrySet().stream()
          .allMatch(tag -> told.contains(tag.getKey() + "=\"" + tag.getValue() + "\""))) {
        sum += Double.parseDouble(lines.group(2));
      }
    }
    return sum;
  }

  private double count(String served, String route, int status) throws Exception {
    return figure(
        "zhixin_front_requests_seconds_count",
        Map.of("served", served, "uri", route, "status", Integer.toString(status)));
  }

  @Test
  void everyRequestIsCountedOnceByItsRoute() throws Exception {
    double answers = count("front", "/api/v1/certificates/{code}", 200);
    double sentBefore =
        figure("zhixin_front_sent_bytes_total", Map.of("uri", "/api/v1/certificates/{code}"));
    int sent = ask(get(VALID)).bytes().length;
    ask(get(VALID).replace("GET", "HEAD"));
    ask(get("/api/v1/certificates/" + PublicSite.UNKNOWN));
    ask(get("/v/" + PublicSite.VALID, "Accept: application/json"));
    ask(get("/v/" + PublicSite.VALID, "Accept: text/html"));
    ask(get("/nothing/here/张三"));
    ask(get("/", "X-Long: " + "a".repeat(60_000)));
    assertThat(count("front", "/api/v1/certificates/{code}", 200)).isEqualTo(answers + 2);
    assertThat(count("front", "/api/v1/certificates/{code}", 404)).isEqualTo(1);
    assertThat(count("front", "/v/{code}", 200)).isEqualTo(1);
    assertThat(count("pages", "/v/{code}", 200)).isEqualTo(1);
    assertThat(count("front", "none", 431)).isEqualTo(1);
    assertThat(figure("zhixin_front_requests_seconds_count", Map.of("status", "404"))).isEqualTo(2);
    assertThat(
            figure(
                "zhixin_front_sent_bytes_total",
                Map.of("uri", "/api/v1/certificates/{code}", "served", "front")))
        .isBetween(sentBefore + sent, sentBefore + sent + 1_000);
    assertThat(figure("zhixin_front_requests_seconds_bucket", Map.of("le", "0.005"))).isPositive();
    assertThat(figure("zhixin_answers_total", Map.of("verdict", "VALID"))).isPositive();
    assertThat(figure("zhixin_lease_age_seconds", Map.of())).isBetween(0.0, 60.0);
    assertThat(figure("zhixin_front_connections_limit", Map.of())).isEqualTo(40);
    String all = new PublicClient(management).get("/actuator/prometheus").body();
    assertThat(all).doesNotContain(PublicSite.VALID.value(), "nothing/here", "127.0.0.1");
  }

  @Test
  void connectionsAreCountedAndGivenBack() throws Exception {
    // those of the tests before this one may still be open on our side
    awaitNoConnections();
    try (RawHttp one = open();
        RawHttp two = open()) {
      one.send(get(VALID)).read();
      two.send(get(VALID)).read();
      assertThat(figure("zhixin_front_connections", Map.of())).isEqualTo(2);
    }
    awaitNoConnections();
  }

  private void awaitNoConnections() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(figure("zhixin_front_connections", Map.of())).isZero());
  }

  @Test
  void whoIsTooSlowIsCounted() throws Exception {
    try (RawHttp slow = open()) {
      slow.send("GET / HT");
      assertThat(slow.isClosed()).isTrue();
    }
    assertThat(figure("zhixin_front_cut_off_total", Map.of("reason", "head"))).isPositive();
  }

  @Test
  void aClientWhoLeavesIsCountedAsOneWhoLeft(CapturedOutput output) throws Exception {
    reset();
    try (RawHttp impatient = open()) {
      impatient.send(get("/test/held/zhangsan"));
      reached.await();
    }
    Awaitility.await().atMost(PATIENCE).until(() -> output.getAll().contains("GET - 499"));
    goOn.countDown();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(count("pages", "none", 499)).isEqualTo(1));
  }

  @Test
  void oneLineForEachRequestThatTellsNobodysNameOrCode(CapturedOutput output) throws Exception {
    String code = PublicSite.VALID.value();
    ask(get(VALID + "?lang=en"));
    ask(get("/v/" + code + "?to=zhangsan", "Accept: text/html"));
    ask(get("/v/371002198808120034"));
    ask(get("/v/zhangsan"));
    ask(get("/v/%E5%BC%A0"));
    ask(get("/zhangsan/120034"));
    ask(get("/test/echo?name=%E5%BC%A0%E4%B8%89"));
    ask(get("/", "X-Long: " + "a".repeat(60_000)));
    ask("ZHANGSAN / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    String four = code.substring(0, 4) + "…";
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(lines(output))
                    .hasSize(9)
                    .anyMatch(
                        line ->
                            line.matches(
                                "GET /api/v1/certificates/" + four + " 200 [0-9.]+ [0-9]{3,}"))
                    .anyMatch(line -> line.matches("GET /v/" + four + " 200 [0-9.]+ [0-9]{4,}"))
                    .anyMatch(line -> line.startsWith("GET /v/… "))
                    .anyMatch(line -> line.startsWith("GET /test/echo 200 "))
                    .anyMatch(line -> line.startsWith("GET - 431 "))
                    .anyMatch(line -> line.startsWith("- ")));
    assertThat(String.join("\n", lines(output)))
        .doesNotContain("zhangsan", "ZHANGSAN", "%E5", "3710", "120034", "lang", code, "127.0.0.1");
  }

  private static java.util.List<String> lines(CapturedOutput output) {
    return output
        .getAll()
        .lines()
        .filter(line -> line.matches(".*(GET|POST|-|HEAD) (/\\S*|-) [0-9]{3} [0-9.]+ [0-9]+.*"))
        .map(
            line ->
                line.replaceFirst(
                    ".*?((GET|POST|HEAD|-) (/\\S*|-) [0-9]{3} [0-9.]+ [0-9]+).*", "$1"))
        .toList();
  }

  private static void reset() throws IOException {
    reached = new java.util.concurrent.CountDownLatch(1);
    goOn = new java.util.concurrent.CountDownLatch(1);
  }
}
