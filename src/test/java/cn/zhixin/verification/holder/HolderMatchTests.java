package cn.zhixin.verification.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.PublicClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.home=target/zhixin-test-home",
      "zhixin.limits.holder-match=",
      "zhixin.limits.holder-number-code=12/1h"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HolderMatchTests {
  private static final String NAME = "丛培元";
  private static final String TAIL = CertificateFixture.IDENTITY_NUMBER.substring(12);

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;
  private PublicClient client;

  @BeforeEach
  void connect() {
    client = new PublicClient(port);
    registry.registryBroken = false;
  }

  private HttpResponse<String> ask(VerificationCode code, String body) throws Exception {
    return client.postJson("/api/v1/certificates/" + code + "/holder-match", body);
  }

  private boolean matches(VerificationCode code, String body) throws Exception {
    HttpResponse<String> response = ask(code, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return PublicClient.json(response).path("matches").asBoolean();
  }

  @Test
  void matchesTheNameOrTheLastSixAsPeopleTypeThem() throws Exception {
    VerificationCode code = PublicSite.VALID;

    assertThat(matches(code, "{\"name\":\"丛培元\"}")).isTrue();
    assertThat(matches(code, "{\"name\":\" 丛 培 元　\"}")).isTrue();
    assertThat(matches(code, "{\"identityTail\":\"" + TAIL + "\"}")).isTrue();
    assertThat(matches(code, "{\"identityTail\":\" " + TAIL.toLowerCase() + " \"}")).isTrue();
    assertThat(matches(code, "{\"identityTail\":\"" + fullWidth(TAIL) + "\"}")).isTrue();
    assertThat(matches(code, "{\"name\":\"丛培元\",\"identityTail\":\"" + TAIL + "\"}")).isTrue();
    assertThat(matches(code, "{\"name\":\"丛培园\",\"identityTail\":\"" + TAIL + "\"}")).isFalse();
    assertThat(matches(code, "{\"name\":\"丛培元\",\"identityTail\":\"000000\"}")).isFalse();
  }

  /** Registered with a compatibility ideograph, which no input method types. */
  @Test
  void takesCanonicallyEquivalentCharactersForTheSame() throws Exception {
    VerificationCode code = PublicSite.code("7K3M9QPX2RTV4WQ");
    registry.issue(CertificateFixture.registered(code, "\uF900文登"), CertificateFixture.ISSUED_AT);
    assertThat(matches(code, "{\"name\":\"豈文登\"}")).isTrue();
    assertThat(matches(code, "{\"name\":\"\uF900文登\"}")).isTrue();
    assertThat(matches(code, "{\"name\":\"岂文登\"}")).isFalse();
    assertThat(client.get("/v/" + code).body()).contains("\uF900文登");
    assertThat(PublicClient.json(client.get("/api/v1/certificates/" + code)).path("holderName"))
        .hasToString("\"\uF900文登\"");
  }

  @Test
  void takesAnyMiddleDotForTheSame() throws Exception {
    assertThat(matches(PublicSite.LONG_NAME, "{\"name\":\"阿卜杜热合曼•买买提吐尔逊・努尔麦麦提艾力\"}")).isTrue();
  }

  /** The last page that an employer sees must not say "match" of a revoked certificate alone. */
  @Test
  void tellsTheCertificatesStateBesideTheComparison() throws Exception {
    Map<VerificationCode, String> states =
        Map.of(
            PublicSite.VALID, "VALID",
            PublicSite.SUSPENDED, "SUSPENDED",
            PublicSite.SUPERSEDED, "SUPERSEDED",
            PublicSite.REVOKED, "REVOKED",
            PublicSite.CANCELLED, "CANCELLED",
            PublicSite.DAMAGED, "UNCONFIRMED",
            PublicSite.UNKNOWN, "NOT_FOUND");
    for (Map.Entry<VerificationCode, String> each : states.entrySet()) {
      VerificationCode code = each.getKey();
      String state = each.getValue();
      assertThat(verdict(code, "{\"name\":\"王小明\"}")).isEqualTo(state);
      if (!state.equals("NOT_FOUND")) {
        assertThat(verdict(code, "{\"name\":\"丛培元\"}")).isEqualTo(state);
        String page = match(code, "");
        assertThat(page).contains(code.grouped(), "href=\"/v/" + code + "\"");
        boolean valid = state.equals("VALID");
        assertThat(page.contains("一致，但")).as(state).isNotEqualTo(valid);
        assertThat(match(code, "&lang=en").contains("They match, but")).isNotEqualTo(valid);
        String colour = valid || state.equals("UNCONFIRMED") ? "plain" : state;
        assertThat(page).contains("id=\"verdict\" class=\"" + colour + "\"");
      }
    }
  }

  private String verdict(VerificationCode code, String body) throws Exception {
    return PublicClient.json(ask(code, body)).path("verdict").asString();
  }

  private String match(VerificationCode code, String more) throws Exception {
    return client
        .postForm("/v/" + code + "/holder", "name=" + encode(NAME) + "&tail=" + more)
        .body();
  }

  @Test
  void tellsARevocationToTheNextWhoCompares() throws Exception {
    VerificationCode code = PublicSite.code("7K3M9QPX2RTV4WR");
    registry.issue(CertificateFixture.registered(code, NAME), CertificateFixture.ISSUED_AT);
    assertThat(verdict(code, "{\"name\":\"丛培元\"}")).isEqualTo("VALID");
    registry.change(code, CertificateEventKind.REVOKED, Instant.now());
    // a revocation is acknowledged when every node must have heard of it
    Thread.sleep(1_300);
    assertThat(verdict(code, "{\"name\":\"丛培元\"}")).isEqualTo("REVOKED");
  }

  @Test
  void tellsNotWhichPartDiffers() throws Exception {
    String wrongName = ask(PublicSite.SUSPENDED, "{\"name\":\"王小明\"}").body();
    String wrongTail = ask(PublicSite.SUSPENDED, "{\"identityTail\":\"999999\"}").body();
    String nothing = ask(PublicSite.UNKNOWN, "{\"name\":\"丛培元\"}").body();

    assertThat(withoutTime(wrongName))
        .isEqualTo(withoutTime(wrongTail))
        .isEqualTo(withoutTime(nothing).replace("NOT_FOUND", "SUSPENDED"))
        .contains("false");
  }

  private static String withoutTime(String body) {
    return body.replaceAll("\\d{4}-[^\"]+", "");
  }

  @Test
  void cannotTellWithoutTheRegistry() throws Exception {
    registry.registryBroken = true;

    HttpResponse<String> response = ask(PublicSite.CANCELLED, "{\"name\":\"丛培元\"}");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(PublicClient.problem(response)).isEqualTo("unconfirmed");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void namesWhatIsWrongWithTheForm() throws Exception {
    assertThat(refusal("{}")).isEqualTo("malformed-name");
    assertThat(refusal("{\"name\":7}")).isEqualTo("malformed-name");
    assertThat(refusal("{\"identityTail\":123456}")).isEqualTo("malformed-identity");
    assertThat(ask(PublicSite.REVOKED, "{\"name\":\"丛培元\",\"identityTail\":[]}").body())
        .contains("成员 identityTail 的值必须是字符串");
    assertThat(refusal("{\"name\":\"丛1元\"}")).isEqualTo("malformed-name");
    assertThat(refusal("{\"identityTail\":\"12345\"}")).isEqualTo("malformed-identity");
    assertThat(refusal("{\"identityTail\":\"" + CertificateFixture.IDENTITY_NUMBER + "\"}"))
        .isEqualTo("malformed-identity");
    assertThat(refusal("[]")).isEqualTo("malformed-json");
    assertThat(refusal("{\"name\":\"丛培元\",\"name\":\"王\"}")).isEqualTo("malformed-json");
    assertThat(refusal("{\"name\":\"" + "a".repeat(20_000) + "\"}")).isEqualTo("too-large");
  }

  private String refusal(String body) throws Exception {
    HttpResponse<String> response = ask(PublicSite.REVOKED, body);
    assertThat(response.statusCode()).isBetween(400, 413);
    return PublicClient.problem(response);
  }

  @Test
  void worksAsAFormAndKeepsWhatWasTypedToItself(CapturedOutput output) throws Exception {
    String page = client.get("/v/" + PublicSite.SUPERSEDED, "Accept", "text/html").body();
    assertThat(page).contains("action=\"/v/" + PublicSite.SUPERSEDED + "/holder\"");

    String address = "/v/" + PublicSite.SUPERSEDED + "/holder";
    String form = "name=" + encode(NAME) + "&tail=" + TAIL + "&lang=en";
    HttpResponse<String> same = client.postForm(address, form);
    HttpResponse<String> other = client.postForm(address, "name=" + encode("王小明") + "&tail=");

    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(same.body()).contains("They match").doesNotContain(NAME, TAIL);
    assertThat(other.body()).contains("不一致").doesNotContain("王小明", NAME, TAIL);
    assertThat(output.toString()).doesNotContain(NAME, "王小明", TAIL);
  }

  private static String fullWidth(String text) {
    return text.chars()
        .map(c -> c - '!' + '！')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
