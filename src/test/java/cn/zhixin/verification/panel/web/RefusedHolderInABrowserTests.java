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
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a holder sees whose certificate strangers have tried too often. */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RefusedHolderInABrowserTests {
  private static Chromium chromium;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    HolderSettings.addTo(properties);
  }

  @LocalServerPort private int port;
  @Autowired private DataSource database;

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

  @AfterEach
  void forget() {
    JdbcClient.create(database).sql("delete from holder_attempt").update();
  }

  @BeforeEach
  void useUp() throws Exception {
    forget();
    HolderBrowser stranger = new HolderBrowser(port);
    for (int i = 0; i < 5; i++) {
      stranger.signIn(PublicSite.VALID, "37100219880812000" + i);
    }
  }

  private static BrowserContext window(int width, ColorScheme colours, boolean script) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale("zh-CN")
                .setColorScheme(colours)
                .setJavaScriptEnabled(script));
  }

  private void refuse(Page page, String query) {
    page.navigate("http://localhost:" + port + "/holder" + query);
    page.locator("#code").fill(PublicSite.VALID.grouped());
    page.locator("#identity").fill(CertificateFixture.IDENTITY_NUMBER);
    page.locator("button.button").click();
    assertThat(page.locator("#file").count()).isEqualTo(1);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "pictures", name + ".png"))
            .setFullPage(true));
  }

  @Test
  void comesInWithTheFileAndWithoutScript() {
    byte[] file = HolderSite.keepFile(PublicSite.VALID).toArray();
    try (BrowserContext window = window(1280, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      refuse(page, "");
      picture(page, "panel-refused-1280");
      assertThat(page.locator("#code").inputValue()).isEqualTo(PublicSite.VALID.grouped());
      page.locator("#identity").fill(CertificateFixture.IDENTITY_NUMBER);
      page.locator("#file").setInputFiles(new FilePayload("证书 (1).pdf", "application/pdf", file));
      page.locator("button.button").click();
      assertThat(page.content()).contains("丛培元");
    }
  }

  @Test
  void isAccessibleInBothLanguagesLightAndDark() {
    for (ColorScheme colours : ColorScheme.values()) {
      try (BrowserContext window = window(390, colours, true)) {
        Page page = window.newPage();
        for (String query : new String[] {"?lang=zh", "?lang=en&text=large"}) {
          refuse(page, query);
          Accessible.findsNothing(page, "refused" + query + " " + colours);
          picture(page, "panel-refused-390-" + colours + query.substring(6, 8));
        }
      }
    }
    try (BrowserContext window = window(320, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      refuse(page, "?lang=en&text=large");
      Accessible.fits(page, "refused at 320 pixels");
      Accessible.tabThrough(page, "refused at 320 pixels");
    }
  }
}
