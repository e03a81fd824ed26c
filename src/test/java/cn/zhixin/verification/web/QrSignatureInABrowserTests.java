package cn.zhixin.verification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Sentences;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While neither registry nor feed can be read: what a page still tells whoever scanned a QR. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.contact=0631-0000000"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QrSignatureInABrowserTests {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Sentences SENTENCES = Sentences.in(Language.CHINESE);
  private static final String SIGNED = "二维码里的下列内容确由发证机关签名，没有被改动";

  private static Chromium chromium;

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;

  private final List<Request> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Bytes genuine;
  private String digits;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch("--host-resolver-rules=MAP far.example 127.0.0.1");
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** After the lease has run out nothing is answered from memory either. */
  @BeforeEach
  void breakTheRegistry() throws Exception {
    genuine = registry.find(PublicSite.VALID).orElseThrow().credential();
    digits = DecimalDigits.encode(genuine);
    registry.registryBroken = true;
    registry.feedBroken = true;
    PublicClient client = new PublicClient(port);
    for (int i = 0; client.get("/v/" + PublicSite.VALID).statusCode() != 503; i++) {
      assertThat(i).as("still confirmed").isLessThan(100);
      Thread.sleep(100);
    }
  }

  @AfterEach
  void mend() {
    registry.registryBroken = false;
    registry.feedBroken = false;
  }

  private Page scanned(BrowserContext window, String fragment, String language) {
    return scanned(window, "localhost", fragment, language);
  }

  private Page scanned(BrowserContext window, String host, String fragment, String language) {
    Page page = window.newPage();
    page.onRequest(requests::add);
    page.onConsoleMessage(message -> complaints.add(message.text()));
    String site = "http://" + host + ":" + port;
    page.navigate(site + "/v/" + PublicSite.VALID + "?lang=" + language + "#" + fragment);
    return page;
  }

  private static BrowserContext window(int width) {
    return chromium
        .browser()
        .newContext(new Browser.NewContextOptions().setViewportSize(width, 844).setLocale("zh-CN"));
  }

  private static void picture(Page page, String name) {
    Path file = PICTURES.resolve("qr-signature-" + name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private void says(BrowserContext window, String fragment, String finding) {
    String sentence = SENTENCES.text("signature." + finding);
    Page page = scanned(window, fragment, "zh");
    assertThat(page.locator("#qr-signature li span").first()).hasText(sentence);
    assertThat(page.locator("#qr-signature dl")).hasCount(0);
    assertThat(page.locator("h1")).hasText("暂时无法确认");
    assertThat(page.locator("body")).not().containsText("丛培元");
    assertThat(page.locator("#verdict")).hasClass("UNCONFIRMED plain");
    assertThat(page.locator("#advice p").first())
        .containsText(sentence.endsWith("请不要采信这张证书") ? "请不要以出示的这张证书认定职称" : "请不要认定它有效或无效");
    Accessible.findsNothing(page, sentence);
    picture(page, finding);
    page.close();
  }

  @Test
  void saysWhoSignedWhatAndThatItsStateIsOpen() {
    for (int width : new int[] {320, 390, 1280}) {
      try (BrowserContext window = window(width)) {
        for (String language : List.of("zh", "en")) {
          Page page = scanned(window, digits, language);
          assertThat(page.locator("#qr-signature dd[data-fact=holderName]")).hasText("丛培元");
          picture(page, "SIGNED-" + language + "-" + width);
          Accessible.findsNothing(page, language + width);
          Accessible.fits(page, language + width);
        }
      }
    }
    try (BrowserContext window = window(390)) {
      Page page = scanned(window, digits + "#wechat_redirect", "zh");
      assertThat(page.locator("#qr-signature li span")).hasText(SIGNED);
      assertThat(page.locator("#qr-signature dd"))
          .containsText(
              new String[] {
                "丛培元", "高级工程师", "副高级", "机械设计与制造", "威海市人力资源和社会保障局", "年", "371000202505020001283"
              });
      assertThat(page.locator("#qr-signature strong")).hasText("这张证书现在是否仍然有效，此刻无法确认");
      assertThat(page.locator("h1")).hasText("暂时无法确认");
      assertThat(page.locator("#verdict")).hasClass("UNCONFIRMED plain");
      assertThat(page.locator("#qr-signature")).not().containsText("证书有效");
    }
  }

  @Test
  void refusesWhatWasAlteredAndWhatAStrangerSigned() throws Exception {
    CoseSign1 cose = CoseSign1.parse(genuine);
    byte[] altered = genuine.toArray();
    altered[80] ^= 1;
    byte[] trailing = Arrays.copyOf(genuine.toArray(), genuine.size() + 2);
    try (BrowserContext window = window(390)) {
      String wrong = "WRONG_SIGNATURE";
      says(window, DecimalDigits.encode(Bytes.wrap(altered)), wrong);
      says(window, StrangersQr.pretending(cose), wrong);
      says(window, StrangersQr.digits(cose), "NOT_OURS");
      String unreadable = "UNREADABLE";
      says(window, "9".repeat(400), unreadable);
      says(window, "0".repeat(400), unreadable);
      says(window, "x" + digits, unreadable);
      says(window, DecimalDigits.encode(Bytes.wrap(trailing)), unreadable);
      says(window, DecimalDigits.encode(withALongerHead(genuine)), unreadable);
      String incomplete = "INCOMPLETE";
      says(window, digits.substring(0, 300), incomplete);
      says(window, digits.substring(0, digits.length() - 1), incomplete);
    }
  }

  /** The same content, its payload's length in two bytes where one is enough. */
  private static Bytes withALongerHead(Bytes cose) {
    return Bytes.ofHex(cose.toHex().replaceFirst("a058(..)a9", "a05900$1a9"));
  }

  @Test
  void asksForNothingThatDependsOnTheQr() {
    try (BrowserContext window = window(390)) {
      Page page = scanned(window, digits, "zh");
      assertThat(page.locator("#qr-signature li span")).hasText(SIGNED);
    }
    String site = "http://localhost:" + port;
    assertThat(requests)
        .extracting(Request::url)
        .filteredOn(url -> !url.endsWith("/favicon.svg"))
        .map(url -> url.replaceFirst("#.*", ""))
        .containsExactly(
            site + "/v/" + PublicSite.VALID + "?lang=zh",
            site + "/.well-known/zhixin.json",
            site + "/api/v1/catalogue");
    assertThat(requests).allMatch(request -> request.postData() == null);
    assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
  }

  @Test
  void offersNothingToWhoeverTypedTheCode() {
    try (BrowserContext window = window(390)) {
      for (String fragment : List.of("", "wechat_redirect")) {
        Page page = scanned(window, fragment, "zh");
        assertThat(page.locator("#retry")).isVisible();
        assertThat(page.locator("#qr-signature")).isHidden();
      }
    }
    assertThat(requests).noneMatch(request -> request.url().contains("well-known"));
  }

  @Test
  void saysWhatToDoWhereItCannotBeChecked() {
    try (BrowserContext window = window(390)) {
      Page insecure = scanned(window, "far.example", digits, "zh");
      assertThat(insecure.locator("#qr-signature li span")).hasText("这个浏览器不能在这里核对二维码上的签名");
      assertThat(insecure.locator("#qr-signature small")).containsText("用手机自带的相机扫码");
      picture(insecure, "UNSUPPORTED");
      window.route("**/api/v1/catalogue", Route::abort);
      Page unnamed = scanned(window, digits, "zh");
      assertThat(unnamed.locator("#qr-signature dd[data-fact=title]")).hasText("0502");
      window.route("**/.well-known/zhixin.json", Route::abort);
      Page keyless = scanned(window, digits, "zh");
      assertThat(keyless.locator("#qr-signature li span")).hasText("此刻取不到发证机关的公钥，签名未能核对");
    }
  }

  @Test
  void refusesAKeyThatWasNotValidOnTheDayOfIssue() {
    try (BrowserContext window = window(390)) {
      window.route(
          "**/.well-known/zhixin.json",
          route -> {
            String known = route.fetch().text();
            String later = known.replaceAll("\"notBefore\":\"20..", "\"notBefore\":\"2077");
            route.fulfill(new Route.FulfillOptions().setBody(later));
          });
      says(window, digits, "OUTSIDE_VALIDITY");
    }
  }
}
