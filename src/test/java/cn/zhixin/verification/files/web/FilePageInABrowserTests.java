package cn.zhixin.verification.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.files.OnFileSite;
import cn.zhixin.verification.files.ReleasedFiles;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import cn.zhixin.verification.web.Accessible;
import cn.zhixin.verification.web.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@OnFileSite
@TestPropertySource(properties = "zhixin.files.time=60s")
class FilePageInABrowserTests {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int NARROW = 390;

  private static Chromium chromium;

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;
  @Autowired private ReleasedFiles released;

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

  private void checks(boolean script, Bytes file, String headline, String name) {
    checks(script, file, headline, name, NARROW, "zh");
  }

  private void checks(
      boolean script, Bytes file, String headline, String name, int wide, String language) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setJavaScriptEnabled(script).setViewportSize(wide, 844);
    try (BrowserContext context = chromium.browser().newContext(options)) {
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate("http://localhost:" + port + "/file?lang=" + language);
      page.setInputFiles("#file", new FilePayload("a.pdf", "application/pdf", file.toArray()));
      page.click("#upload button");
      page.waitForSelector("#verdict");
      assertThat(page.textContent("#verdict h1")).isEqualTo(headline);
      // the browser says of its own accord that a file was refused
      assertThat(complaints).allMatch(text -> text.contains("the server responded"));
      if (script) {
        assertThat(page.title()).startsWith(headline);
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).isLessThanOrEqualTo(wide);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Accessible.findsNothing(page, name + " dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Accessible.findsNothing(page, name);
        page.setViewportSize(320, 800);
        Accessible.fits(page, name + " 320");
        Accessible.tabThrough(page, name);
        Accessible.standsInForcedColours(page, name);
        page.setViewportSize(wide, 844);
      }
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name)));
    }
  }

  @Test
  void tellsWithAScriptAndWithoutWhatAFileIs() throws Exception {
    Certificate certificate = registry.find(PublicSite.VALID).orElseThrow();
    IssuedFiles files = new IssuedFiles();
    Bytes file = files.file(certificate);
    released.release(file, PublicSite.VALID);
    Bytes forged = SampleFiles.printed(files.file(certificate, "李四", IssuedFiles.qr(certificate)));
    for (boolean script : new boolean[] {true, false}) {
      checks(script, file, "证书有效", "file-valid.png");
      checks(script, forged, "不是签发的原文件", "file-altered.png");
      checks(script, Bytes.ofUtf8("a zip"), "这不是能核对的文件", "file-unknown.png");
    }
  }

  @Test
  void readsInEnglishAndLargeTextToo() throws Exception {
    IssuedFiles files = new IssuedFiles();
    Certificate certificate = registry.find(PublicSite.RARE_NAME).orElseThrow();
    Bytes file = files.file(certificate);
    released.release(file, PublicSite.RARE_NAME);
    Bytes copy = SampleFiles.printed(file);
    Bytes forged = SampleFiles.printed(files.file(certificate, "李四", IssuedFiles.qr(certificate)));
    Bytes blank = SampleFiles.picture(new BufferedImage(900, 600, 1), "png");
    String large = "en&text=large";
    checks(true, file, "Certificate valid", "file-valid-en.png", NARROW, large);
    checks(true, forged, "Not the file that was issued", "file-altered-en.png", NARROW, large);
    checks(true, copy, "This is a copy and no proof", "file-copy-en.png", NARROW, large);
    checks(true, blank, "No certificate found in this file", "file-blank-en.png", NARROW, large);
    checks(
        true,
        Bytes.ofUtf8("a zip"),
        "Not a file that can be checked",
        "file-unknown-en.png",
        NARROW,
        large);
  }

  @Test
  void tellsReceiptsOfThePast() throws Exception {
    Bytes receipt = new FileClient(port).receipt(PublicSite.RARE_NAME, "application/pdf");
    Bytes edited =
        SampleFiles.latin1(
            new String(receipt.toArray(), java.nio.charset.StandardCharsets.ISO_8859_1) + "% x\n");
    String genuine = "这是本站签发的核验报告，没有改动";
    checks(true, receipt, genuine, "file-receipt.png");
    checks(false, receipt, genuine, "file-receipt-wide.png", 1280, "zh");
    String english = "A receipt that this site signed, unaltered";
    checks(true, receipt, english, "file-receipt-en.png", NARROW, "en");
    checks(true, receipt, english, "file-receipt-en-320.png", 320, "en");
    checks(true, edited, "这份核验报告被改动过", "file-receipt-altered.png");
    Bytes damaged = receipt.slice(0, receipt.size() / 3);
    checks(true, damaged, "文件损坏或被改动过，请勿采信", "file-damaged.png");
  }
}
