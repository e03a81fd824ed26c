package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.answers.StateOn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All were issued on 2025-11-18 at 09:31 and changed on 2026-03-02 at 10:05, China's time, save
 * that one was resumed on 2026-03-04.
 */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.contact=0631-0000000"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StateOnADayTests {
  @LocalServerPort private int port;

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
            BodyHandlers.ofString());
  }

  private JsonNode on(VerificationCode code, String day) throws Exception {
    HttpResponse<String> response = get("/api/v1/certificates/" + code + "?on=" + day);
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = JsonMapper.builder().build().readTree(response.body());
    assertThat(answer.path("on").path("date").asString()).isEqualTo(day);
    return answer;
  }

  private String state(VerificationCode code, String day) throws Exception {
    return on(code, day).path("on").path("state").asString();
  }

  @Test
  void isTheStateInWhichTheDayEndedInChina() throws Exception {
    assertThat(state(PublicSite.REVOKED, "2025-11-17")).isEqualTo("NOT_YET_ISSUED");
    assertThat(state(PublicSite.REVOKED, "2025-11-18")).isEqualTo("VALID");
    assertThat(state(PublicSite.REVOKED, "2026-03-01")).isEqualTo("VALID");
    assertThat(state(PublicSite.REVOKED, "2026-03-02")).isEqualTo("REVOKED");
    assertThat(state(PublicSite.RESUMED, "2026-03-03")).isEqualTo("SUSPENDED");
    assertThat(state(PublicSite.RESUMED, "2026-03-04")).isEqualTo("VALID");
    assertThat(state(PublicSite.SUPERSEDED, "2026-03-02")).isEqualTo("SUPERSEDED");
    assertThat(state(PublicSite.VALID, "9999-12-31")).isEqualTo("CANNOT_TELL");
  }

  @Test
  void ofNoDayOrTwoAProgramIsToldSo() throws Exception {
    String valid = "/api/v1/certificates/" + PublicSite.VALID;
    for (String asked : List.of("?on=", "?on=%20", "?on=2026-01-01&on=2026-01-02", "?on&x=1")) {
      HttpResponse<String> refused = get(valid + asked);
      assertThat(refused.statusCode()).as(asked).isEqualTo(400);
      assertThat(refused.body()).contains("malformed-date");
    }
    // a form sends its empty field
    assertThat(get("/v/" + PublicSite.VALID + "?on=").statusCode()).isEqualTo(200);
    assertThat(get("/v/" + PublicSite.VALID + "?on=2026-01-01&on=x").statusCode()).isEqualTo(400);
  }

  @Test
  void comesWithThePresentVerdictAndTheDaysChanges() throws Exception {
    JsonNode answer = on(PublicSite.REVOKED, "2026-03-02");
    assertThat(answer.path("verdict").asString()).isEqualTo("REVOKED");
    JsonNode change = answer.path("on").path("changes").get(0);
    assertThat(change.path("at").asString()).isEqualTo("2026-03-02T02:05:00Z");
    assertThat(answer.path("on").path("until").asString()).isEqualTo("2026-03-02T16:00:00Z");
    assertThat(on(PublicSite.REVOKED, "2026-01-01").path("verdict").asString())
        .isEqualTo("REVOKED");
  }

  @Test
  void ofADayThatIsNotOverIsTheStateSoFar() throws Exception {
    String today = LocalDate.now(StateOn.CHINA).toString();
    JsonNode answer = on(PublicSite.VALID, today);
    JsonNode on = answer.path("on");
    assertThat(on.path("until")).isEqualTo(answer.path("asOf"));
    assertThat(on.path("dayOver").isBoolean()).isTrue();
    assertThat(on.path("dayOver").asBoolean()).isFalse();
    assertThat(on.path("sentence").asString()).endsWith("到现在为止：有效");
    assertThat(get("/v/" + PublicSite.VALID + "?on=" + today + "&lang=zh").body())
        .contains("当日，到现在为止：有效", "这一天还没有结束");
    assertThat(get("/v/" + PublicSite.REVOKED + "?on=" + today + "&lang=en").body())
        .contains(", so far: revoked", "That day is not over");
    JsonNode past = on(PublicSite.VALID, "2026-03-02").path("on");
    assertThat(past.path("dayOver").asBoolean(false)).isTrue();
    assertThat(past.path("sentence").asString()).endsWith("当日：有效");
  }

  @Test
  void hasATagOfItsOwn() throws Exception {
    String path = "/api/v1/certificates/" + PublicSite.REVOKED;
    List<String> tags =
        List.of(
            get(path).headers().firstValue("ETag").orElseThrow(),
            get(path + "?on=2026-03-01").headers().firstValue("ETag").orElseThrow(),
            get(path + "?on=2026-03-02").headers().firstValue("ETag").orElseThrow());
    assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.matches("W/\"[!-~&&[^\"]]+\""));
  }

  @Test
  void saysOfARevokedCertificateBothWhatItIsAndWhatItWas() throws Exception {
    String page = get("/v/" + PublicSite.REVOKED + "?on=2025-12-01&lang=zh").body();
    assertThat(page.indexOf("证书已撤销")).isPositive().isLessThan(page.indexOf("2025年12月1日 当日：有效"));
    assertThat(page).contains("撤销是否影响以前，以发证机关的决定为准", "现在：证书已撤销");
  }

  @Test
  void saysThatATitleMayBeOlderThanItsCertificate() throws Exception {
    assertThat(get("/v/" + PublicSite.VALID + "?on=2025-11-10").body())
        .contains("还没有发证", "职称可能先取得");
    assertThat(get("/v/" + PublicSite.VALID + "?on=2025-11-02").body())
        .contains("还没有发证")
        .doesNotContain("职称可能先取得");
  }

  @Test
  void refusesWhatIsNoDay() throws Exception {
    for (String typed : List.of("2025-02-29", "2025-13-01", "yesterday", "1899-12-31", "2025-3")) {
      HttpResponse<String> answer =
          get("/api/v1/certificates/" + PublicSite.VALID + "?on=" + typed);
      assertThat(answer.statusCode()).as(typed).isEqualTo(400);
      assertThat(answer.body()).contains("urn:zhixin:problem:malformed-date");
      HttpResponse<String> page = get("/v/" + PublicSite.VALID + "?on=" + typed);
      assertThat(page.statusCode()).as(typed).isEqualTo(400);
      assertThat(page.body())
          .contains("现在：证书有效", "不是您问的那一天的", "aria-describedby=\"not-a-day on-hint\"")
          .contains("<title>您填的不是日期", "请把日期写成 2025-03-31 这样")
          .doesNotContain("id=\"verdict\" class=\"VALID")
          .containsOnlyOnce("id=\"not-a-day\"");
    }
  }

  @Test
  void readsADayAsPeopleWriteIt() {
    for (String typed :
        List.of("2025-03-31", "2025/3/31", "2025.3.31", "20250331", " ２０２５年3月31日 ")) {
      assertThat(AskedDay.read(typed).toString()).as(typed).contains("2025-03-31");
    }
    assertThat(AskedDay.read("")).isEqualTo(new AskedDay.None());
  }

  @Test
  void aReplacedCertificateSaysWhatBecameOfTheLastOne() throws Exception {
    assertThat(get("/v/" + PublicSite.SUPERSEDED).body()).contains("请查看现行证书");
    String twice = get("/v/" + PublicSite.REPLACED_TWICE).body();
    assertThat(twice).contains("共换发过 2 次", "href=\"" + PublicSite.VALID + "\"");
    String vain = get("/v/" + PublicSite.REPLACED_IN_VAIN).body();
    assertThat(vain)
        .contains("后来也被撤销", "href=\"" + PublicSite.REVOKED + "\"")
        .doesNotContain("查看现行证书", "职称仍以新证书为准");
  }
}
