package cn.zhixin.verification.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.PublicClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

  @Test
  void tellsNotWhichPartDiffersNorWhetherThereIsACertificate() throws Exception {
    String wrongName = ask(PublicSite.SUSPENDED, "{\"name\":\"王小明\"}").body();
    String wrongTail = ask(PublicSite.SUSPENDED, "{\"identityTail\":\"999999\"}").body();
    String nothing = ask(PublicSite.UNKNOWN, "{\"name\":\"丛培元\"}").body();

    assertThat(withoutTime(wrongName))
        .isEqualTo(withoutTime(wrongTail))
        .isEqualTo(withoutTime(nothing))
        .contains("false");
    assertThat(wrongName.length()).isEqualTo(nothing.length());
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
