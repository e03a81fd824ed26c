package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FrontTests extends FrontSite {
  @Autowired private FakeRegistry registry;

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
}
