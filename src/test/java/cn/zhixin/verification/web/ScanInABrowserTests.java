package cn.zhixin.verification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.QrText;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With Chromium's own stand-in for a camera, which plays a film of a symbol. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.contact=0631-0000000"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ScanInABrowserTests {
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir private Path folder;
  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;

  private final List<String> complaints = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();

  private String address() {
    return "http://localhost:" + port;
  }

  private QrText genuine(VerificationCode code) {
    return new QrText(address() + "/v/", code.value(), PublicSite.digits(registry, code));
  }

  private Chromium filming(QrText text, double light) throws Exception {
    return Chromium.launch(
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--use-file-for-fake-video-capture=" + new QrPicture(text, light).video(folder));
  }

  private Page open(Chromium chromium, String site, boolean allowed) {
    BrowserContext window =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("zh-CN"));
    if (allowed) {
      window.grantPermissions(List.of("camera"));
    }
    Page page = window.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onRequest(requests::add);
    page.navigate(site + "/scan");
    return page;
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve("scan-" + name + ".png")));
  }

  private static FilePayload photo(QrText text, double light) throws Exception {
    return new FilePayload("photo.png", "image/png", new QrPicture(text, light).png());
  }

  @Test
  void theCameraLeadsToTheCertificateAndItsQrIsCompared() throws Exception {
    try (Chromium chromium = filming(genuine(PublicSite.VALID), 1)) {
      Page page = open(chromium, address(), true);
      page.locator("#start").click();
      assertThat(page.locator("h1")).hasText("证书有效");
      assertThat(page.locator("#checks li").first()).containsText("二维码内容与登记一致");
    }
    assertThat(complaints).isEmpty();
    assertThat(requests).allMatch(request -> request.method().equals("GET"));
    assertThat(requests).allMatch(request -> request.url().startsWith(address()));
  }

  @Test
  void aQrThatLeadsElsewhereIsCalledOutAndNeverALink() throws Exception {
    QrText forged =
        new QrText("https://zc.example.cn.evil.example/v/", PublicSite.VALID.value(), "");
    try (Chromium chromium = filming(forged, 1)) {
      Page page = open(chromium, address(), true);
      page.locator("#start").click();
      assertThat(page.locator("#said h2")).hasText("这个二维码通向别的网站，不是我们的");
      assertThat(page.locator("#said code")).hasText("zc.example.cn.evil.example");
      assertThat(page.locator("#said a")).hasCount(0);
      assertThat(page.locator("#finder")).isHidden();
      assertThat(page.locator("#start")).isVisible();
      picture(page, "not-ours");
    }
  }

  @Test
  void darknessAndNothingFoundHaveTheirOwnHints() throws Exception {
    try (Chromium chromium = filming(new QrText("x", "", ""), 0.02)) {
      Page page = open(chromium, address(), true);
      page.locator("#start").click();
      assertThat(page.locator("#said h2")).hasText("太暗了");
      picture(page, "dark");
      page.locator("#stop").click();
      assertThat(page.locator("#said")).isEmpty();
      assertThat(page.locator("#start")).isFocused();
    }
  }

  @Test
  void whoeverDeniesTheCameraOrHasNoneIsToldWhatToDo() {
    try (Chromium chromium = Chromium.launch("--use-fake-device-for-media-stream")) {
      Page denied = open(chromium, address(), false);
      denied.locator("#start").click();
      assertThat(denied.locator("#said h2")).hasText("没有得到使用摄像头的许可");
      picture(denied, "denied");
    }
    try (Chromium chromium = Chromium.launch("--host-resolver-rules=MAP far.example 127.0.0.1")) {
      Page none = open(chromium, address(), true);
      none.locator("#start").click();
      assertThat(none.locator("#said h2")).hasText("没有找到摄像头");
      Page insecure = open(chromium, "http://far.example:" + port, false);
      insecure.locator("#start").click();
      assertThat(insecure.locator("#said h2")).hasText("在这个地址上不能用摄像头");
      Page inApp = open(chromium, address(), false);
      inApp.evaluate("Object.defineProperty(navigator, 'mediaDevices', {value: undefined})");
      inApp.locator("#start").click();
      assertThat(inApp.locator("#said h2")).hasText("这个浏览器不能在这里扫码");
      assertThat(inApp.locator("#code")).isVisible();
    }
  }

  @Test
  void aPhotoIsReadOnTheDevice() throws Exception {
    try (Chromium chromium = Chromium.launch()) {
      Page page = open(chromium, address(), false);
      String ours = address() + "/v/";
      says(page, new QrText("hello", "", ""), "这不是证书的二维码");
      says(page, new QrText("javascript:alert(1)", "", ""), "这不是证书的二维码");
      says(page, new QrText(ours, "7K3M9QPX2RTV4WC5", ""), "二维码里的查验码不对");
      says(page, new QrText(ours, "", ""), "二维码里的查验码不对");
      says(page, new QrText(address() + "/ledger", "", ""), "这个二维码通向本站，但不是某一张证书");
      String behind = "https://localhost:" + port + "@evil.example/v/" + PublicSite.VALID;
      says(page, new QrText(behind, "", ""), "这个二维码通向别的网站，不是我们的");
      assertThat(page.locator("#said code")).hasText("evil.example");
      String code = PublicSite.VALID.value();
      String userinfo = "http://me@localhost:" + port + "/v/" + code;
      says(page, new QrText(userinfo, "", ""), "这个二维码通向别的网站，不是我们的");
      page.locator("#photo")
          .setInputFiles(new FilePayload("note.txt", "image/png", new byte[] {1, 2}));
      assertThat(page.locator("#said h2")).hasText("这个文件打不开");
      page.locator("#photo").setInputFiles(photo(genuine(PublicSite.REVOKED), 1));
      assertThat(page.locator("h1")).hasText("证书已撤销");
    }
    assertThat(requests).allMatch(request -> request.method().equals("GET"));
  }

  private static void says(Page page, QrText text, String sentence) throws Exception {
    page.locator("#photo").setInputFiles(photo(text, 1));
    assertThat(page.locator("#said h2")).hasText(sentence);
  }

  @Test
  void withoutScriptsItSaysWhatStillWorks() {
    try (Chromium chromium = Chromium.launch()) {
      BrowserContext window =
          chromium
              .browser()
              .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
      Page page = window.newPage();
      page.navigate(address() + "/scan?lang=zh");
      assertThat(page.locator("noscript p").first().textContent()).contains("请用手机自带的相机");
      assertThat(page.locator("#start")).isHidden();
      page.locator("#code").fill(PublicSite.VALID.grouped());
      page.locator("form.ask button").click();
      assertThat(page.locator("h1")).hasText("证书有效");
    }
  }
}
