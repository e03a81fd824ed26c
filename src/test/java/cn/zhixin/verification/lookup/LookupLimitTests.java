package cn.zhixin.verification.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.PublicClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What costs a visitor one of the few look-ups of an hour, and what does not. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.home=target/zhixin-test-home",
      "zhixin.limits.lookups=2/1h",
      "zhixin.limits.pages=40/1h",
      "zhixin.limits.exempt=",
      "zhixin.lookups.difficulty=1000",
      "zhixin.lookups.answer-time=1ms"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LookupLimitTests {
  private static final String LOOKUPS = "/api/v1/lookups";
  private static final String WHO =
      "{\"name\":\"丛培元\",\"identityNumber\":\"" + CertificateFixture.IDENTITY_NUMBER + "\"";
  private static final String MISTYPED = "{\"name\":\"丛培元\",\"identityNumber\":\"371002\"}";

  @LocalServerPort private int port;

  @Test
  void isForLookUpsAndNotForMistypes() throws Exception {
    PublicClient client = new PublicClient(port);
    for (String wrong :
        List.of(
            MISTYPED,
            "{\"name\":\"丛培元\",\"identityNumber\":\"371002198808120035\"}",
            "{\"name\":\"丛\",\"identityNumber\":\"371002198808120034\"}",
            WHO + ",\"documentKind\":\"TRAM_TICKET\"}",
            "{")) {
      HttpResponse<String> refused = client.postJson(LOOKUPS, wrong);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(header(refused, "RateLimit")).startsWith("\"pages-3600s\"");
    }
    String once = proof(client);
    HttpResponse<String> first = client.postJson(LOOKUPS, WHO + once);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(header(first, "RateLimit")).startsWith("\"lookups-3600s\";r=1");
    assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"lookups-3600s\";q=2;w=3600");
    for (String useless : List.of(once, ",\"proof\":{}}")) {
      HttpResponse<String> refused = client.postJson(LOOKUPS, WHO + useless);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(header(refused, "RateLimit")).startsWith("\"pages-3600s\"");
    }
    HttpResponse<String> second = client.postJson(LOOKUPS, WHO + proof(client));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(header(second, "RateLimit")).startsWith("\"lookups-3600s\";r=0");

    String proof = proof(client);
    HttpResponse<String> third = client.postJson(LOOKUPS, WHO + proof, "Accept-Language", "en");
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.body()).contains("urn:zhixin:problem:too-many-requests");
    assertThat(header(third, "Content-Language")).isEqualTo("en");
    assertThat(header(third, "RateLimit")).startsWith("\"lookups-3600s\";r=0");
    assertThat(Long.parseLong(header(third, "Retry-After"))).isBetween(1L, 3600L);
    HttpResponse<String> otherwiseWritten = client.postJson("/api/v1/%6cookups", WHO + proof);
    assertThat(otherwiseWritten.statusCode()).isNotEqualTo(200);

    // who has no try left still learns what form a number has, as anybody does, and nothing else
    assertThat(client.postJson(LOOKUPS, MISTYPED).statusCode()).isEqualTo(400);
    List<Integer> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(client.postJson(LOOKUPS, MISTYPED).statusCode());
    }
    assertThat(many).as("counted as pages").contains(400).endsWith(429);
  }

  private static String proof(PublicClient client) throws Exception {
    return ",\"proof\":" + SolvedChallenge.of(client.get(LOOKUPS + "/challenge").body()) + "}";
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
