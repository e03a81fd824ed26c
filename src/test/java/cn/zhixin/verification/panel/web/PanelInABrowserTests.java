package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A holder's whole way through the pages in a real browser that runs no script. */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PanelInABrowserTests {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static Chromium chromium;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    HolderSettings.addTo(properties);
  }

  @LocalServerPort private int port;

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

  private static BrowserContext window(int width, ColorScheme colours) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale("zh-CN")
                .setColorScheme(colours)
                .setJavaScriptEnabled(false));
  }

  private void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  private void signIn(Page page, String query) {
    page.navigate("http://localhost:" + port + "/holder" + query);
    page.locator("#code").fill(PublicSite.LONG_NAME.grouped());
    page.locator("#identity").fill(CertificateFixture.IDENTITY_NUMBER);
    page.locator("button.button").click();
  }

  @Test
  void leadsAHolderThroughWithoutScript() {
    try (BrowserContext window = window(1280, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      page.navigate("http://localhost:" + port + "/holder");
      picture(page, "panel-sign-in-1280");
      page.locator("#code").fill(PublicSite.LONG_NAME.grouped());
      page.locator("#identity").fill("371002198808120048");
      page.locator("button.button").click();
      assertThat(page.locator("[role=alert]").textContent()).contains("没有核对上");
      picture(page, "panel-refused-1280");
      signIn(page, "");
      assertThat(page.locator("h1").textContent()).isEqualTo("证书有效");
      page.locator("#purpose").fill("投标 威海港三期工程 𠅤");
      page.locator("#recipient").fill("威海建工（集团）有限公司");
      page.locator("#share button").click();
      String link = page.locator(".link a").first().textContent();
      page.locator("#purpose").fill("\u202E反向");
      page.locator("#share button").click();
      assertThat(page.locator("[role=alert]").textContent()).contains("U+202E");
      page.locator("header a[hreflang]").first().click();
      assertThat(page.locator("h1").textContent()).isEqualTo("Certificate valid");
      page.navigate("http://localhost:" + port + "/holder");

      Page shared = window.newPage();
      shared.navigate(link);
      assertThat(shared.locator("h1").textContent()).isEqualTo("证书有效");
      picture(shared, "shared-1280");

      page.reload();
      assertThat(page.locator("#asked tbody").textContent()).contains("投标 威海港三期工程 𠅤");
      picture(page, "panel-1280");
      page.locator(".acts .danger").first().click();
      picture(page, "panel-revoke-1280");
      page.locator("form button.danger").click();
      assertThat(page.locator(".shares .state").first().textContent()).isEqualTo("已撤销");
      shared.reload();
      assertThat(shared.locator("h1").textContent()).isEqualTo("共享已被持证人撤销");
      picture(shared, "shared-revoked-1280");
    }
  }

  @Test
  void fitsSmallDarkAndLarge() {
    try (BrowserContext window = window(320, ColorScheme.DARK)) {
      Page page = window.newPage();
      signIn(page, "?lang=en&text=large");
      page.locator("#purpose").fill("Tender".repeat(10));
      page.locator("#share button").click();
      fits(page);
      picture(page, "panel-320-dark-large-en");
      page.navigate(page.locator(".link a").first().textContent() + "?lang=en&text=large");
      fits(page);
      page.navigate("http://localhost:" + port + "/holder?text=large");
      fits(page);
    }
    try (BrowserContext window = window(390, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      page.navigate("http://localhost:" + port + "/holder");
      fits(page);
      picture(page, "panel-sign-in-390");
      signIn(page, "");
      picture(page, "panel-390");
      page.navigate(page.locator(".link a").first().textContent());
      fits(page);
      picture(page, "shared-390");
    }
  }

  /**
   * Without script a page cannot be asked for its width; what stands out of it is found by boxes.
   */
  private static void fits(Page page) {
    double width = page.viewportSize().width;
    page.locator("main *:visible")
        .all()
        .forEach(
            each -> {
              if (each.boundingBox() != null
                  && each.locator("xpath=ancestor::*[contains(@class,'scroll')]").count() == 0) {
                assertThat(each.boundingBox().x + each.boundingBox().width)
                    .as(() -> page.url() + " " + each.evaluate("e => e.outerHTML.slice(0, 80)"))
                    .isLessThanOrEqualTo(width + 0.5);
              }
            });
  }
}
