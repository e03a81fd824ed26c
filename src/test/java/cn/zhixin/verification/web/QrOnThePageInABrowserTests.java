package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a certificate's page says of the symbol that led to it, which only the browser knows. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.contact=0631-0000000"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QrOnThePageInABrowserTests {
  private static final Path PICTURES = Path.of("target", "pictures");

  private static Chromium chromium;

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static BrowserContext window(int width, int height, boolean scripts) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setJavaScriptEnabled(scripts));
  }

  @Test
  void saysThatAGenuineQrAgrees() {
    String digits = PublicSite.digits(registry, PublicSite.VALID);
    try (BrowserContext window = window(360, 740, true)) {
      Page page = window.newPage();
      page.navigate(address("/v/" + PublicSite.VALID + "#" + digits));
      assertThat(page.locator("h1").textContent()).isEqualTo("证书有效");
      assertThat(page.locator("#checks li").first().textContent()).contains("二维码内容与登记一致");
      picture(page, "qr-same", Language.CHINESE, 360);
      page.locator("nav.choices a").first().click();
      assertThat(page.url()).endsWith("#" + digits);
      assertThat(page.locator("#checks li").first().textContent())
          .contains("The QR code says what the register says");
    }
  }

  @Test
  void warnsOfAForgedFragmentBehindAGenuineCode() {
    String genuine = PublicSite.digits(registry, PublicSite.VALID);
    String forged = (genuine.startsWith("1") ? "2" : "1") + genuine.substring(1);
    try (BrowserContext window = window(360, 740, true)) {
      Page page = window.newPage();
      for (String fragment : new String[] {forged, "x" + genuine}) {
        page.navigate(address("/?fresh"));
        page.navigate(address("/v/" + PublicSite.VALID + "#" + fragment));
        assertThat(page.locator("h1").allTextContents()).containsExactly("二维码内容与登记信息不一致");
        assertThat(page.locator("#verdict").getAttribute("class")).isEqualTo("DIFFERS");
        assertThat(page.locator("body").innerText())
            .contains("不是您手中的纸面", "请不要以出示的这张证书认定职称")
            .doesNotContain(fragment, "请核对：姓名是否与出示人");
      }
      picture(page, "qr-differs", Language.CHINESE, 360);
    }
  }

  /** The register's words stand there; nothing that only the forged symbol says. */
  @Test
  void namesEachItemInWhichAQrDiffers() throws Exception {
    Bytes other =
        CertificateFixture.credential(new CertificateNumber("371000202505020001291"), "丛培兀");
    String genuine = PublicSite.digits(registry, PublicSite.VALID);
    byte[] again = DecimalDigits.decode(genuine).toArray();
    again[again.length - 1] ^= 1;
    try (BrowserContext window = window(390, 844, true)) {
      Page page = window.newPage();
      page.navigate(address("/v/" + PublicSite.VALID + "#" + DecimalDigits.encode(other)));
      assertThat(page.locator("li[data-claim] span").allTextContents())
          .containsExactly("姓名：与登记不同", "证书编号：与登记不同");
      assertThat(page.locator("main").innerText())
          .contains("登记为 丛培元")
          .doesNotContain("丛培兀", "0001291");
      picture(page, "qr-differs-fields", Language.CHINESE, 390);
      page.navigate(address("/?fresh"));
      page.navigate(
          address("/v/" + PublicSite.VALID + "#" + DecimalDigits.encode(Bytes.wrap(again))));
      assertThat(page.locator("main").innerText()).contains("签名不是登记的那一个");
      page.navigate(address("/?fresh"));
      page.navigate(address("/v/" + PublicSite.VALID + "#" + "9".repeat(500)));
      assertThat(page.locator("main").innerText()).contains("凭证读不出来");
      page.navigate(address("/?fresh"));
      page.navigate(address("/v/" + PublicSite.VALID + "#" + genuine.substring(0, 300)));
      assertThat(page.locator("h1").textContent()).isEqualTo("证书有效");
      assertThat(page.locator("#checks li").first().textContent()).contains("没有传完整");
      page.navigate(address("/?fresh"));
      page.navigate(address("/v/" + PublicSite.VALID + "#" + genuine.substring(0, 12)));
      assertThat(page.locator("#checks li").first().textContent()).contains("没有传完整");
      page.navigate(address("/?fresh"));
      page.navigate(address("/v/" + PublicSite.VALID + "#wechat_redirect"));
      assertThat(page.locator("#checks").innerText()).doesNotContain("二维码");
    }
  }

  @Test
  void ignoresWhatInAppBrowsersAppend() {
    try (BrowserContext window = window(360, 740, true)) {
      Page page = window.newPage();
      String digits = PublicSite.digits(registry, PublicSite.VALID);
      page.navigate(address("/v/" + PublicSite.VALID + "#wechat_redirect"));
      assertThat(page.locator("h1").textContent()).isEqualTo("证书有效");
      page.navigate(address("/?fresh"));
      page.navigate(address("/v/" + PublicSite.VALID + "#" + digits + "#wechat_redirect"));
      assertThat(page.locator("#checks li").first().textContent()).contains("二维码内容与登记一致");
    }
  }

  private static void picture(Page page, String name, Language language, int width) {
    Path file = PICTURES.resolve(name + "-" + language.tag() + "-" + width + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
