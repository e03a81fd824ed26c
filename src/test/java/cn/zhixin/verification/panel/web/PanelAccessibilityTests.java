package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.Accessible;
import cn.zhixin.verification.web.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** WCAG 2.2 AA on the holders' pages and on what they lend, in every state. */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PanelAccessibilityTests {
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
                .setColorScheme(colours));
  }

  /** Signs in and makes two shares, of which one is revoked; the pages there are then. */
  private List<String> pages(Page page) {
    signIn(page, CertificateFixture.IDENTITY_NUMBER);
    String open = share(page, "投标 威海港三期工程");
    String revoked = share(page, "入职");
    page.locator(".acts .danger").first().click();
    String asking = page.url();
    page.locator("form button.danger").click();
    List<String> pages = new ArrayList<>(List.of("/holder", open, revoked, "/s/none"));
    pages.add(asking.substring(asking.indexOf("/holder/")));
    return pages;
  }

  private void signIn(Page page, String identity) {
    page.navigate(address("/holder"));
    page.locator("#code").fill(PublicSite.LONG_NAME.grouped());
    page.locator("#identity").fill(identity);
    page.locator("button.button").click();
  }

  private static String share(Page page, String purpose) {
    page.locator("#purpose").fill(purpose);
    page.locator("#share button").click();
    String link = page.locator(".link a").first().textContent();
    return link.substring(link.indexOf("/s/"));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  @Test
  void axeFindsNothingInAnyStateLanguageSizeOrLight() {
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext window = window(390, colours)) {
        Page page = window.newPage();
        page.navigate(address("/holder"));
        Accessible.findsNothing(page, "sign-in " + colours);
        signIn(page, "371002198808120048");
        assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
        Accessible.findsNothing(page, "not confirmed " + colours);
        for (String path : pages(page)) {
          for (String query : List.of("?lang=zh", "?lang=en&text=large")) {
            page.navigate(address(path + query));
            Accessible.findsNothing(page, path + query + " " + colours);
          }
        }
        page.navigate(address("/holder"));
        page.locator("#purpose").fill("\u202E反向");
        page.locator("#share button").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("U+202E");
        Accessible.findsNothing(page, "faulty purpose " + colours);
      }
    }
  }

  @Test
  void anExpiredShareIsTold() {
    try (BrowserContext window = window(320, ColorScheme.DARK)) {
      Page page = window.newPage();
      signIn(page, CertificateFixture.IDENTITY_NUMBER);
      String link = share(page, "投标");
      HolderSite.later(Duration.ofDays(200));
      for (String query : List.of("?lang=zh", "?lang=en&text=large")) {
        page.navigate(address(link + query));
        assertThat(page.locator("h1").textContent()).containsAnyOf("已过期", "expired");
        Accessible.findsNothing(page, "expired" + query);
        Accessible.fits(page, "expired" + query);
        Accessible.tabThrough(page, "expired" + query);
      }
    }
  }

  @Test
  void everythingKeepsItsShapeInForcedColours() {
    try (BrowserContext window = window(390, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      page.navigate(address("/holder"));
      Accessible.standsInForcedColours(page, "sign-in");
      for (String path : pages(page)) {
        page.navigate(address(path));
        Accessible.standsInForcedColours(page, path);
      }
    }
  }

  @Test
  void nothingIsLostAt320PixelsOrByKeyboard() {
    try (BrowserContext window = window(320, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      for (String query : List.of("?lang=zh&text=large", "?lang=en&text=large")) {
        page.navigate(address("/holder" + query));
        Accessible.fits(page, "sign-in" + query);
        Accessible.tabThrough(page, "sign-in" + query);
      }
      for (String path : pages(page)) {
        for (String query : List.of("?lang=zh&text=large", "?lang=en&text=large")) {
          page.navigate(address(path + query));
          Accessible.fits(page, path + query);
          Accessible.tabThrough(page, path + query);
        }
      }
    }
  }
}
