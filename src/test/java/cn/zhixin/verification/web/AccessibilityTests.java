package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import jakarta.servlet.RequestDispatcher;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * WCAG 2.2 AA on every public page, as far as a program can tell; shares the site of the others.
 */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.contact=0631-0000000"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessibilityTests {
  private static Chromium chromium;

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;
  @Autowired private WebApplicationContext site;

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

  private static BrowserContext window(int width, ColorScheme colours) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale("zh-CN")
                .setColorScheme(colours));
  }

  @Test
  void axeFindsWhatIsWrong() {
    try (BrowserContext window = window(390, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      page.navigate(address("/"));
      page.evaluate("document.querySelector('label[for=code]').style.color = '#ccc'");
      assertThat(Accessible.faults(page).toString()).contains("color-contrast");
    }
  }

  @Test
  void axeFindsNothingOnAnyPageInAnyLanguageSizeOrLight() {
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext window = window(390, colours)) {
        Page page = window.newPage();
        for (String path : PublicPages.ALL) {
          for (String language : List.of("zh", "en")) {
            String whole = PublicPages.as(path, language, colours == ColorScheme.DARK);
            page.navigate(address(whole));
            Accessible.findsNothing(page, whole + " " + colours);
          }
        }
      }
    }
  }

  @Test
  void axeFindsNothingOnPagesOfFailures() throws Exception {
    MockMvc server = MockMvcBuilders.webAppContextSetup(site).build();
    try (BrowserContext window = window(320, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      for (int status : new int[] {400, 403, 405, 406, 413, 414, 415, 429, 431, 500, 503}) {
        for (String query : List.of("?lang=zh&text=large", "?lang=en")) {
          String html =
              server
                  .perform(
                      MockMvcRequestBuilders.get("/error" + query)
                          .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                          .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/v/x"))
                  .andReturn()
                  .getResponse()
                  .getContentAsString();
          assertThat(html).contains("<h1>").doesNotContain("??");
          page.setContent(html);
          Accessible.findsNothing(page, status + query);
          Accessible.fits(page, status + query);
        }
      }
      Accessible.tabThrough(page, "503");
      Accessible.standsInForcedColours(page, "503");
    }
  }

  @Test
  void axeFindsNothingOnADesktopOrAfterAComparison() {
    String forged = PublicSite.digits(registry, PublicSite.RARE_NAME);
    try (BrowserContext window = window(1280, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      for (String path : PublicPages.ALL) {
        page.navigate(address(PublicPages.as(path, "zh", true)));
        Accessible.findsNothing(page, path + " 1280");
      }
      page.navigate(address("/v/" + PublicSite.VALID + "#" + forged));
      assertThat(page.locator("#verdict").getAttribute("class")).isEqualTo("DIFFERS");
      Accessible.findsNothing(page, "differs");
      page.navigate(address("/?lang=en"));
      page.locator("#code").fill("7K3M9QPX2RTV4WC5");
      Accessible.findsNothing(page, "mistyped");
    }
  }

  @Test
  void nothingIsLostAt320PixelsOrTwiceTheSize() {
    for (int width : new int[] {320, 640}) {
      try (BrowserContext window = window(width, ColorScheme.LIGHT)) {
        Page page = window.newPage();
        for (String path : PublicPages.ALL) {
          for (String language : List.of("zh", "en")) {
            String whole = PublicPages.as(path, language, true);
            page.navigate(address(whole));
            page.locator("header summary").click();
            Accessible.fits(page, whole + " " + width);
          }
        }
      }
    }
  }

  @Test
  void everythingIsReachedByKeyboardAlone() {
    try (BrowserContext window = window(390, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      page.navigate(address("/?lang=en"));
      page.keyboard().press("Tab");
      assertThat(focused(page).getAttribute("class")).isEqualTo("skip");
      assertThat(focused(page).boundingBox().x).isGreaterThanOrEqualTo(0);
      tabTo(page, "summary");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(focused(page).textContent()).isEqualTo("Verify");
      tabTo(page, "#code");
      page.keyboard().type(PublicSite.REVOKED.value().toLowerCase());
      page.keyboard().press("Enter");
      page.waitForURL(address("/v/" + PublicSite.REVOKED + "?lang=en"));
      tabTo(page, "#on");
      page.keyboard().type("12012025");
      tabTo(page, "form.day button");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("on=2025-12-01"));
      assertThat(page.locator("#on-day").textContent()).contains("On 1 December 2025: valid");
    }
  }

  private static Locator focused(Page page) {
    return page.locator(":focus");
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
    }
    throw new AssertionError("not reached by Tab: " + selector);
  }

  @Test
  void theVerdictHasAnEdgeWhereColoursAreForced() {
    try (BrowserContext window =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE))) {
      Page page = window.newPage();
      page.navigate(address("/v/" + PublicSite.REVOKED));
      Object edge =
          page.evaluate("getComputedStyle(document.getElementById('verdict')).borderTopWidth");
      assertThat(edge).isEqualTo("2px");
      assertThat(page.locator("#verdict svg").isVisible()).isTrue();
    }
  }
}
