package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;

/** What holders write: purposes and days of shares. */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SharePurposesTests {
  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    HolderSettings.addTo(properties);
  }

  @LocalServerPort private int port;

  private HolderBrowser browser;
  private HolderBrowser visitor;

  @BeforeEach
  void comeIn() throws Exception {
    browser = new HolderBrowser(port);
    visitor = new HolderBrowser(port);
    browser.signIn(PublicSite.VALID, CertificateFixture.IDENTITY_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一行\n另一行",
        "\r",
        "正常\u202e反向",
        "\u2066隔离\u2069",
        "零宽\u200b",
        "\ufeff",
        "\u0000",
        "\ue000",
        "\u2028",
        "\u0007",
        "\u00a0",
        "\u3164",
        "\u2800"
      })
  void refusesPurposesThatPrintNothing(String purpose) throws Exception {
    Map<String, String> form = browser.shareForm("x" + purpose + "x");
    HttpResponse<String> response = browser.post("/holder/shares", form);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("U+").contains("aria-invalid");
  }

  @Test
  void refusesWhatIsMissingOrTooMuch() throws Exception {
    Map<String, String> form = browser.shareForm("  ");
    assertThat(browser.post("/holder/shares", form).body()).contains("请填写用途");
    form = browser.shareForm("长".repeat(61));
    assertThat(browser.post("/holder/shares", form).body()).contains("用途最多 60 字");
    // ideographs that Java 17 does not know yet
    form = browser.shareForm("\uD884\uDF50".repeat(60));
    assertThat(browser.post("/holder/shares", form).statusCode()).isEqualTo(303);
    form = browser.shareForm("𠅤".repeat(60));
    assertThat(browser.post("/holder/shares", form).statusCode()).isEqualTo(303);
    for (String days : new String[] {"0", "181", "-1", "x", "", "99999999999"}) {
      form = browser.shareForm("天数");
      form.put("days", days);
      HttpResponse<String> response = browser.post("/holder/shares", form);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("有效天数请填");
    }
  }

  @Test
  void showsAnyPurposeAsText() throws Exception {
    for (String purpose :
        new String[] {
          "<script>alert(1)</script>", "\" onmouseover=\"x", "{0} ${7*7} '' \\", "=cmd|x"
        }) {
      String link = browser.share(purpose);
      assertThat(visitor.page(link)).contains(HtmlUtils.htmlEscape(purpose, "UTF-8"));
      browser.post("/holder/shares/" + browser.newestId() + "/revoke", browser.token());
    }
  }
}
