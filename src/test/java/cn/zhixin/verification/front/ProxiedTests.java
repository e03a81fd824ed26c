package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy on this machine, which is believed, with limits of a few requests. */
@DirtiesContext
@TestPropertySource(
    properties = {
      "zhixin.front.proxies=127.0.0.0/8,::1",
      "server.forward-headers-strategy=framework",
      "zhixin.limits.answers=5/1h",
      "zhixin.limits.pages=5/1h"
    })
class ProxiedTests extends FrontSite {
  private static String from(String address) {
    return "X-Forwarded-For: " + address;
  }

  @Test
  void limitsAreTheClientsOnBothServers() throws Exception {
    for (String path : new String[] {VALID, "/"}) {
      String client = path.equals("/") ? "198.51.100.1" : "198.51.100.2";
      for (int i = 0; i < 5; i++) {
        // what he invents makes him nobody else
        assertThat(ask(get(path, from("203.0.113." + i + ", " + client))).status())
            .as(path)
            .isEqualTo(200);
      }
      assertThat(ask(get(path, from("203.0.113.99, " + client))).status()).isEqualTo(429);
      assertThat(ask(get(path, from(client), "Forwarded: for=203.0.113.98")).status())
          .isEqualTo(429);
      assertThat(ask(get(path, from("198.51.100.3"))).status()).isEqualTo(200);
    }
  }

  @Test
  void answersOfBothServersCountTogether() throws Exception {
    String client = from("198.51.100.10");
    for (int i = 0; i < 5; i++) {
      // a parameter that means nothing is none of the front's
      assertThat(ask(get(VALID + (i % 2 == 0 ? "" : "?x=1"), client)).status()).isEqualTo(200);
    }
    assertThat(ask(get(VALID, client)).status()).isEqualTo(429);
    assertThat(ask(get(VALID + "?x=1", client)).status()).isEqualTo(429);
  }

  @Test
  void refusalsAreTheSameOnBothServersInTheReadersLanguage() throws Exception {
    for (String language : new String[] {"en", "zh"}) {
      String client = from("198.51.100." + (language.equals("en") ? 21 : 22));
      RawHttp.Response first = ask(get(VALID, client));
      assertThat(first.header("RateLimit-Policy")).isEqualTo("\"answers-3600s\";q=5;w=3600");
      assertThat(first.header("RateLimit")).startsWith("\"answers-3600s\";r=4;t=");
      for (int i = 0; i < 4; i++) {
        ask(get(VALID, client));
      }
      RawHttp.Response hot = ask(get(VALID, client, "Accept-Language: " + language));
      RawHttp.Response page = ask(get(VALID + "?x=1", client, "Accept-Language: " + language));
      for (RawHttp.Response each : new RawHttp.Response[] {hot, page}) {
        assertThat(each.status()).isEqualTo(429);
        assertThat(each.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(each.body())
            .contains("urn:zhixin:problem:too-many-requests", "\"status\":429")
            .contains(language.equals("en") ? "Too many requests" : "请求过于频繁");
        assertThat(Integer.parseInt(each.header("Retry-After"))).isBetween(1, 720);
        assertThat(each.header("RateLimit-Policy")).isEqualTo("\"answers-3600s\";q=5;w=3600");
        assertThat(each.header("RateLimit")).startsWith("\"answers-3600s\";r=0;t=");
      }
      assertThat(hot.body()).isEqualTo(page.body());
    }
  }

  @Test
  void browsersAreToldToStayWithTlsOnlyIfTheyUsedIt() throws Exception {
    for (String path : new String[] {VALID, VALID + "?x=1", "/", "/api/v1/certificates/hello"}) {
      String client = from("198.51.100." + (30 + path.length()));
      assertThat(ask(get(path, client, "X-Forwarded-Proto: https")).header(HSTS))
          .as(path)
          .isEqualTo("max-age=31536000");
      assertThat(ask(get(path, client, "X-Forwarded-Proto: http")).header(HSTS)).isEmpty();
      assertThat(ask(get(path, client)).header(HSTS)).isEmpty();
    }
  }

  private static final String HSTS = "Strict-Transport-Security";

  @Test
  void pagesSeeTheClientsOwnAddressSchemeAndHost() throws Exception {
    assertThat(
            ask(get(
                    "/test/echo",
                    from("6.6.6.6, 2001:db8::7"),
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Prefix: /evil",
                    "X-Forwarded-Host: zc.example.cn"))
                .body())
        .contains("\"address\":\"2001:db8:0:0:0:0:0:7\"", "\"scheme\":\"https\"")
        .contains("\"host\":\"zc.example.cn\"", "\"port\":\"443\"")
        .doesNotContain("x-forwarded", "6.6.6.6", "evil");
  }
}
