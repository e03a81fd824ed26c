package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.EmployerSite;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.Accessible;
import cn.zhixin.verification.web.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = EmployerSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address=https://zc.example.cn"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BulkInABrowserTests {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String CODES =
      Stream.of(
              PublicSite.VALID,
              PublicSite.RARE_NAME,
              PublicSite.LONG_NAME,
              PublicSite.REVOKED,
              PublicSite.SUSPENDED,
              PublicSite.SUPERSEDED,
              PublicSite.CANCELLED,
              PublicSite.UNKNOWN,
              PublicSite.DAMAGED)
          .map(code -> code.grouped().toLowerCase())
          .collect(Collectors.joining("\n"));

  private static Chromium chromium;

  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  private Employers employers;

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

  @BeforeEach
  void comeIn() {
    employers = new Employers(organisations, keys, port);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static BrowserContext window(int width, boolean scripts) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setLocale("zh-CN")
                .setJavaScriptEnabled(scripts));
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    Object overflow =
        page.context().browser() == null
            ? 0
            : page.locator("body").evaluate("b => b.scrollWidth - b.clientWidth");
    assertThat(((Number) overflow).intValue()).as(name + " is too wide").isLessThanOrEqualTo(0);
    if (name.startsWith("plain-") || name.contains("-plain-")) {
      return; // axe is a script
    }
    for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
      Accessible.findsNothing(page, name + " " + colours);
    }
    ViewportSize size = page.viewportSize();
    page.setViewportSize(320, 800);
    Accessible.fits(page, name + " 320");
    page.setViewportSize(size.width, size.height);
  }

  private Page signedIn(BrowserContext window, String query) {
    Page page = window.newPage();
    page.navigate(address("/sign-in" + query));
    page.fill("#key", employers.bank.secret().reveal());
    page.click("button[type=submit]");
    return page;
  }

  @Test
  void aClerkVerifiesAListWithAndWithoutScripts() {
    for (boolean scripts : List.of(true, false)) {
      for (int width : List.of(390, 1280)) {
        try (BrowserContext window = window(width, scripts)) {
          Page page = signedIn(window, width == 390 ? "?lang=en" : "");
          assertThat(page.url()).contains("/bulk");
          String name = (scripts ? "" : "plain-") + width;
          picture(page, "bulk-form-" + name);
          page.fill("#purpose", "2026 年投标资格审查");
          page.fill("#codes", CODES + "\n7K3M-9QPX-2RTV-4WC0\n=cmd()\n" + PublicSite.VALID);
          page.click(".fields button");
          assertThat(page.locator("tbody tr").count()).isEqualTo(12);
          assertThat(page.locator("tr.REVOKED .verdict").first().isVisible()).isTrue();
          picture(page, "bulk-list-" + name);
          page.click(".counts a.REVOKED");
          assertThat(page.locator("tbody tr").count()).isEqualTo(1);
          Download receipt = page.waitForDownload(() -> page.click(".actions a.quiet"));
          receipt.saveAs(PICTURES.resolve("receipt-list.pdf"));
          page.click(".who button");
          assertThat(page.url()).contains("/sign-in");
          page.navigate(address("/bulk"));
          assertThat(page.url()).contains("/sign-in");
        }
      }
    }
  }

  @Test
  void whatWasComparedStandsApartAndWhatWasNotSaysWhy() {
    String csv =
        "姓名,证件号后六位,查验码\n"
            + "丛培元,120034,%s\n李华,120034,%s\n".formatted(PublicSite.VALID, PublicSite.VALID);
    for (int width : List.of(390, 1280)) {
      for (String language : List.of("zh", "en")) {
        try (BrowserContext window = window(width, true)) {
          Page page = signedIn(window, "?lang=" + language);
          page.fill("#purpose", "2026 年投标资格审查");
          page.setInputFiles(
              "#file",
              new FilePayload("list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
          page.click(".fields button");
          assertThat(page.locator("tbody tr").nth(0).locator(".compared div").allInnerTexts())
              .containsExactlyElementsOf(
                  language.equals("zh")
                      ? List.of("姓名：相符", "身份证号后六位：相符")
                      : List.of("Name: Matches", "ID last six: Matches"));
          assertThat(page.locator("tbody tr").nth(1).locator(".remark").innerText())
              .contains(language.equals("zh") ? "见第 2 行" : "see row 2");
          picture(page, "bulk-compared-" + language + "-" + width);
        }
      }
    }
  }

  @Test
  void toldWhatIsWrongWithAKeyAndAList() {
    try (BrowserContext window = window(390, true)) {
      Page page = window.newPage();
      page.navigate(address("/sign-in"));
      String secret = employers.bank.secret().reveal();
      page.fill(
          "#key", secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0"));
      page.click("button[type=submit]");
      assertThat(page.locator("#refusal").textContent()).containsAnyOf("输错", "不能使用");
      picture(page, "sign-in-refused");
      page.fill("#key", secret);
      page.click("button[type=submit]");
      page.fill("#purpose", "x");
      page.fill("#codes", "   ");
      page.click(".fields button");
      assertThat(page.locator(".refusal").textContent()).contains("没有查验码");
      assertThat(page.inputValue("#purpose")).isEqualTo("x");
      picture(page, "bulk-form-refused");
      Accessible.tabThrough(page, "bulk-form-refused");
    }
  }

  @Test
  void everyPageIsReachedByKeyboardWhileAListRunsToo() {
    for (String query : List.of("?lang=zh&text=large", "?lang=en")) {
      try (BrowserContext window = window(320, true)) {
        Page page = window.newPage();
        page.navigate(address("/sign-in" + query));
        reached(page, "sign-in" + query);
        page.fill("#key", employers.bank.secret().reveal());
        page.click("button[type=submit]");
        reached(page, "bulk-form" + query);
        page.fill("#purpose", "2026 年投标资格审查");
        page.locator("#codes")
            .evaluate("(box, list) => box.value = list", (PublicSite.VALID + "\n").repeat(9_000));
        // the page must not learn that the list is complete while it is looked at
        page.route("**/progress", route -> {});
        page.click(".fields button");
        assertThat(page.locator("#running progress").isVisible()).isTrue();
        reached(page, "bulk-running" + query);
      }
    }
  }

  private static void reached(Page page, String what) {
    picture(page, what.replaceAll("\\W+", "-"));
    Accessible.tabThrough(page, what);
    Accessible.standsInForcedColours(page, what);
  }

  @Test
  void theCookieIsForThisHostAlone() {
    try (BrowserContext window = window(1280, true)) {
      signedIn(window, "");
      Cookie cookie = window.cookies().get(0);
      assertThat(cookie.httpOnly).isTrue();
      assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
      keys.revoke(employers.bank.key().id());
      Page page = window.newPage();
      page.navigate(address("/bulk"));
      assertThat(page.url()).contains("/sign-in");
    }
  }

  @Test
  void aFormFromElsewhereDoesNothing() throws Exception {
    String token;
    try (BrowserContext window = window(1280, true)) {
      Page page = signedIn(window, "");
      token = window.cookies().get(0).value;
      String form = page.locator("form.fields input[name=form]").getAttribute("value");
      assertThat(post(token, "form=" + form, "cross-site")).isEqualTo(403);
      assertThat(post(token, "form=guess", "same-origin")).isEqualTo(403);
      assertThat(post(token, "form=" + form, "same-origin")).isEqualTo(302);
    }
  }

  private int post(String token, String form, String site) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address("/bulk")))
                .header("Cookie", "zhixin=" + token)
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        form + "&purpose=x&codes=" + PublicSite.VALID))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
