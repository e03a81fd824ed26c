package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Sentences;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.contact=0631-0000000"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesInABrowserTests {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("VALID", "/v/" + PublicSite.VALID);
    PAGES.put("SUSPENDED", "/v/" + PublicSite.SUSPENDED);
    PAGES.put("SUPERSEDED", "/v/" + PublicSite.SUPERSEDED);
    PAGES.put("REVOKED", "/v/" + PublicSite.REVOKED);
    PAGES.put("CANCELLED", "/v/" + PublicSite.CANCELLED);
    PAGES.put("NOT_FOUND", "/v/" + PublicSite.UNKNOWN);
    PAGES.put("UNCONFIRMED", "/v/" + PublicSite.DAMAGED);
    PAGES.put("MISTYPED", "/v/7K3M-9QPX");
  }

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
  void showsEachVerdictWithoutScriptInBothLanguages() {
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext window = window(width, width == 360 ? 740 : 900, false)) {
        Page page = window.newPage();
        for (Language language : Language.values()) {
          PAGES.forEach((verdict, path) -> shows(page, width, language, verdict, path));
          page.navigate(address("/?lang=" + language.tag()));
          picture(page, "home", language, width);
        }
      }
    }
  }

  private void shows(Page page, int width, Language language, String verdict, String path) {
    page.navigate(address(path + "?lang=" + language.tag()));
    String headline = Sentences.in(language).text("verdict." + verdict);
    assertThat(page.locator("h1").textContent()).isEqualTo(headline);
    assertThat(page.locator("h1").isVisible()).isTrue();
    assertThat(page.locator("#verdict svg").isVisible()).isTrue();
    picture(page, verdict, language, width);
  }

  private static void picture(Page page, String name, Language language, int width) {
    Path file = PICTURES.resolve(name + "-" + language.tag() + "-" + width + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Test
  void fitsA320PixelPhoneInLargeText() {
    List<String> paths = new ArrayList<>(PAGES.values());
    paths.add("/v/" + PublicSite.LONG_NAME);
    paths.add("/v/" + PublicSite.RARE_NAME);
    paths.add("/");
    try (BrowserContext window = window(320, 640, true)) {
      Page page = window.newPage();
      for (String path : paths) {
        for (String query : new String[] {"?lang=zh", "?lang=en&text=large"}) {
          page.navigate(address(path + query));
          Object overflow =
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth");
          assertThat(overflow).as(path + query).isEqualTo(0);
        }
      }
      page.navigate(address("/v/" + PublicSite.LONG_NAME + "?text=large"));
      picture(page, "long-name-large", Language.CHINESE, 320);
    }
  }

  @Test
  void saysAtOnceThatACodeIsMistypedAndLeavesTheCursorAlone() {
    try (BrowserContext window = window(390, 844, true)) {
      Page page = window.newPage();
      page.navigate(address("/?lang=zh"));
      page.locator("#code").pressSequentially("7k3m9qpx2rtv4wc");
      assertThat(page.locator("#code").inputValue()).isEqualTo("7K3M-9QPX-2RTV-4WC");
      assertThat(page.locator("#code-said").textContent()).isEqualTo("还差 1 位");
      page.keyboard().type("5");
      assertThat(page.locator("#code-said").textContent()).contains("至少有一位抄错了");
      assertThat(page.locator("#code").getAttribute("aria-invalid")).isEqualTo("true");
      page.keyboard().press("Backspace");
      page.keyboard().type("4");
      assertThat(page.locator("#code-said").textContent()).isEqualTo("校验位相符");
      page.evaluate("document.getElementById('code').setSelectionRange(2, 3)");
      page.keyboard().type("u");
      assertThat(page.locator("#code-said").textContent()).contains("没有这个字符：U");
      assertThat(page.evaluate("document.getElementById('code').selectionStart")).isEqualTo(3);
      page.locator("#code").fill(address("/v/" + PublicSite.VALID + "#123"));
      assertThat(page.locator("#code-said").textContent()).isEmpty();
      page.locator("form.ask button").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("证书有效");
    }
  }

  @Test
  void keepsHeaderAndLastDigitOnTheirLines() {
    try (BrowserContext window = window(390, 844, true)) {
      Page page = window.newPage();
      page.navigate(address("/?lang=en"));
      assertThat(page.locator("header").boundingBox().height).isLessThan(60);
      for (int width = 320; width <= 420; width += 10) {
        page.setViewportSize(width, 844);
        page.navigate(address("/v/" + PublicSite.SUPERSEDED + "?lang=zh"));
        var groups = page.locator("dd.code").first().locator(".g");
        double last = groups.last().boundingBox().y;
        assertThat(groups.nth(groups.count() - 2).boundingBox().y).isEqualTo(last);
      }
    }
  }

  @Test
  void leadsFromATypedCodeToItsPage() {
    try (BrowserContext window = window(360, 740, false)) {
      Page page = window.newPage();
      page.navigate(address("/?lang=en"));
      page.locator("#code").fill(" 7k3m 9qpx–2rtv 4w" + PublicSite.VALID.value().substring(14));
      page.locator("form button").click();
      assertThat(page.url()).endsWith("/v/" + PublicSite.VALID + "?lang=en");
      assertThat(page.locator("h1").textContent()).isEqualTo("Certificate valid");
    }
  }

  /** What was true when it was left may be revoked when the reader comes back to it. */
  @Test
  void asksAnewForAPageThatTheBrowserKept() {
    try (BrowserContext window = window(360, 740, true)) {
      Page page = window.newPage();
      for (String path : List.of("/v/" + PublicSite.VALID + "#1", "/", "/ledger", "/lookup")) {
        page.navigate(address(path));
        page.evaluate("() => { window.kept = true; }");
        page.waitForNavigation(
            () ->
                page.evaluate(
                    "() => { dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})) }"));
        assertThat(
                page.evaluate(
                    "() => window.kept === undefined && !document.documentElement.hidden"))
            .as(path)
            .isEqualTo(true);
      }
    }
  }

  @Test
  void breaksNoRuleOfItsOwnSecurityPolicy() {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext window = window(360, 740, true)) {
      Page page = window.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      for (VerificationCode code : List.of(PublicSite.VALID, PublicSite.REVOKED)) {
        page.navigate(address("/v/" + code + "#" + PublicSite.digits(registry, code)));
      }
      page.navigate(address("/"));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void readsWellInTheDark() {
    Browser.NewContextOptions dark =
        new Browser.NewContextOptions()
            .setViewportSize(360, 740)
            .setLocale("zh-CN")
            .setColorScheme(ColorScheme.DARK);
    try (BrowserContext window = chromium.browser().newContext(dark)) {
      Page page = window.newPage();
      PAGES.forEach(
          (name, path) -> {
            page.navigate(address(path));
            picture(page, "dark-" + name, Language.CHINESE, 360);
          });
      page.navigate(address("/"));
      picture(page, "dark-home", Language.CHINESE, 360);
    }
  }
}
