package cn.zhixin.verification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.PublicSite;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Look-ups and holder match, as people do them. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.home=target/zhixin-test-home",
      "zhixin.lookups.difficulty=3000",
      "zhixin.limits.holder-match=",
      "zhixin.limits.holder-number-code="
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorInABrowserTests {
  private static Chromium chromium;

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

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static BrowserContext window(int width, boolean scripts, ColorScheme scheme) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setLocale("zh-CN")
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts));
  }

  private static void picture(Page page, String name) {
    Path file = Path.of("target", "pictures", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private static void fitsItsWidth(Page page) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow).isEqualTo(0);
  }

  @Test
  void aPersonsCertificatesAreFoundByKeyboardAlone() {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext window = window(390, true, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate(address("/lookup"));
      assertThat(page.locator("#name")).isFocused();
      picture(page, "lookup-form-390");
      page.keyboard().type("丛培元");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().type(CertificateFixture.IDENTITY_NUMBER);
      page.keyboard().press("Enter");
      assertThat(page.locator(".found li")).hasCount(9);
      assertThat(page.locator("#finding")).isFocused();
      assertThat(page.locator(".found")).containsText("丛*元");
      assertThat(page.locator(".found")).containsText("证书已撤销");
      assertThat(page.locator("#finding")).not().containsText(PublicSite.VALID.value());
      assertThat(page.url()).doesNotContain("?", CertificateFixture.IDENTITY_NUMBER);
      fitsItsWidth(page);
      picture(page, "lookup-found-390");
      page.setViewportSize(1280, 900);
      picture(page, "lookup-found-1280");
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void nothingFoundSaysWhyAndAMistypeIsToldAtOnce() {
    try (BrowserContext window = window(320, true, ColorScheme.DARK)) {
      Page page = window.newPage();
      page.navigate(address("/lookup?lang=en&text=large"));
      page.locator("#name").fill("王小明");
      page.locator("#number").fill("110105194912310021");
      page.locator("button").click();
      assertThat(page.locator("#finding")).containsText("check digit does not fit");
      fitsItsWidth(page);
      picture(page, "lookup-mistyped-320-dark-large");
      page.locator("#number").fill("11010519491231002x");
      page.locator("button").click();
      assertThat(page.locator("#finding")).containsText("Not found in this system");
      assertThat(page.locator(".reasons li")).hasCount(5);
      fitsItsWidth(page);
      picture(page, "lookup-none-320-dark-large");
      page.locator("#number").fill("11010519491231002X");
      page.locator("button").click();
      assertThat(page.locator(".reasons li")).hasCount(5);
    }
  }

  @Test
  void withoutScriptsTheLookUpSaysWhatIsNeededAndTheHolderMatchWorks() {
    try (BrowserContext window = window(390, false, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      page.navigate(address("/lookup"));
      assertThat(page.locator(".unscripted")).isVisible();
      assertThat(page.locator("#lookup")).isHidden();
      picture(page, "lookup-unscripted-390");

      page.navigate(address("/v/" + PublicSite.VALID));
      page.locator("main summary").click();
      picture(page, "holder-form-390");
      page.locator("#holder-name").fill("丛培元");
      page.locator("form.holder button").click();
      assertThat(page.locator("h1")).hasText("一致");
      picture(page, "holder-matches-390");
      page.locator("#holder-tail").fill("123456");
      page.locator("form.holder button").click();
      assertThat(page.locator("h1")).hasText("不一致");
      assertThat(page.url()).endsWith("/holder");
      page.setViewportSize(1280, 900);
      picture(page, "holder-differs-1280");
    }
  }
}
