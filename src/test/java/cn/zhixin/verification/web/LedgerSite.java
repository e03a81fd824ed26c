package cn.zhixin.verification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.offline.IssuedFiles;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ledger's page in a browser, on the same site as {@link PagesInABrowserTests}. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.contact=0631-0000000"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class LedgerSite {
  static final Path PICTURES = Path.of("target", "pictures");

  static Chromium chromium;
  static IssuedFiles files;

  @TempDir Path folder;

  @LocalServerPort int port;
  @Autowired SampleLedger ledger;
  @Autowired FakeRegistry registry;

  final List<String> complaints = new ArrayList<>();
  final List<Request> requests = new ArrayList<>();

  @BeforeAll
  static void launch() throws Exception {
    chromium = Chromium.launch();
    files = new IssuedFiles();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void restore() {
    ledger.lookEmpty(false);
    ledger.fail(false);
  }

  static BrowserContext window(int width, boolean scripts, @Nullable ColorScheme colours) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 740 : 900)
                .setLocale("zh-CN")
                .setColorScheme(colours)
                .setJavaScriptEnabled(scripts));
  }

  Page open(BrowserContext window, String query) {
    Page page = window.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate("http://localhost:" + port + "/ledger" + query);
    page.onRequest(requests::add);
    return page;
  }

  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("ledger-" + name + ".png"))
            .setFullPage(true));
  }

  /** The size in which a text is seen, whatever it is scaled by. */
  static Object pixels(Locator text) {
    return text.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM ? e.getScreenCTM().d : 1)");
  }

  static void fits(Page page, String name) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow).as(name).isEqualTo(0);
  }
}
