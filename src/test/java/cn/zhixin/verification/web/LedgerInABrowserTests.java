package cn.zhixin.verification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.PublishedLedger.DaySize;
import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.MlDsa44PrivateKey;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.offline.IssuedFiles;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same site as {@link PagesInABrowserTests}, so that both share it. */
@SpringBootTest(
    classes = PublicSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.contact=0631-0000000"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LedgerInABrowserTests {
  private static final Path PICTURES = Path.of("target", "pictures");

  private static Chromium chromium;
  private static IssuedFiles files;

  @TempDir private Path folder;

  @LocalServerPort private int port;
  @Autowired private SampleLedger ledger;
  @Autowired private FakeRegistry registry;

  private final List<String> complaints = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();

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

  private static BrowserContext window(int width, boolean scripts, @Nullable ColorScheme colours) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 740 : 900)
                .setLocale("zh-CN")
                .setColorScheme(colours)
                .setJavaScriptEnabled(scripts));
  }

  private Page open(BrowserContext window, String query) {
    Page page = window.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate("http://localhost:" + port + "/ledger" + query);
    page.onRequest(requests::add);
    return page;
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("ledger-" + name + ".png"))
            .setFullPage(true));
  }

  /** The size in which a text is seen, whatever it is scaled by. */
  private static Object pixels(Locator text) {
    return text.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM ? e.getScreenCTM().d : 1)");
  }

  private static void fits(Page page, String name) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow).as(name).isEqualTo(0);
  }

  private Certificate certificate() {
    return registry.find(PublicSite.VALID).orElseThrow();
  }

  private LedgerProof issue(SampleLedger in, int others) {
    return in.issue(certificate().credential(), 1, CertificateFixture.ISSUED_AT, others);
  }

  private Bytes pdf(LedgerProof proof) throws Exception {
    return files.file(certificate(), proof.encoded());
  }

  private static void choose(Page page, String name, Bytes content) {
    page.locator("#file")
        .setInputFiles(new FilePayload(name, "application/pdf", content.toArray()));
  }

  private static Locator finding(Page page, String name) {
    Locator finding = page.locator("#finding[data-finding=" + name + "]");
    assertThat(finding).isVisible();
    return finding;
  }

  @Test
  void showsTheLedgerWithoutScriptInBothLanguages() {
    for (int width : new int[] {360, 1280}) {
      for (Language language : Language.values()) {
        try (BrowserContext window = window(width, false, null)) {
          Page page = open(window, "?lang=" + language.tag());
          assertThat(page.locator("h1").textContent())
              .isEqualTo(Sentences.in(language).text("ledger.title"));
          assertThat(page.locator("#size").textContent()).matches("4,\\d{3}");
          assertThat(page.locator(".chart").isVisible()).isTrue();
          assertThat(page.locator("pre").first().textContent())
              .matches("java -jar zhixin.jar ledger check http://localhost:\\d+/ledger --key .+")
              .endsWith(" --key " + ledger.keys().get(0).vkey());
          assertThat(page.locator(".unscripted").isVisible()).isTrue();
          assertThat(page.locator("#file").isVisible()).isFalse();
          picture(page, language.tag() + "-" + width + "-unscripted");
        }
      }
    }
  }

  @Test
  void showsTheCheckpointAsItIsServed() {
    try (BrowserContext window = window(1280, true, null)) {
      Page page = open(window, "");
      String shown = page.locator("pre").last().textContent();
      assertThat(shown).isEqualTo(ledger.latest().orElseThrow().note().encoded());
      page.getByText("打开检查点原文").click();
      assertThat(page.locator("body").innerText()).contains(shown.strip());
    }
  }

  @Test
  void fitsPhonesInLargeTextAndReadsWellInTheDark() {
    ledger.key(
        CheckpointSigner.mlDsa(
                SampleLedger.ORIGIN,
                MlDsa44PrivateKey.generate(new SecureRandom()),
                () -> CertificateFixture.ISSUED_AT)
            .key());
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {320, 360, 1280}) {
        try (BrowserContext window = window(width, true, colours)) {
          for (String query : List.of("?lang=zh", "?lang=zh&text=large", "?lang=en&text=large")) {
            Page page = open(window, query);
            page.locator("main summary").click();
            String name = colours + "-" + width + query.replaceAll("[?&=]", "-");
            fits(page, name);
            assertThat(pixels(page.locator(".chart text").last()))
                .as(name)
                .isEqualTo(pixels(page.locator("body")));
            if (width != 320) {
              picture(page, name);
            }
          }
        }
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void saysThatTheLedgerIsEmptyOrCannotBeRead() {
    try (BrowserContext window = window(360, true, null)) {
      ledger.lookEmpty(true);
      Page page = open(window, "");
      assertThat(page.locator(".headline").textContent()).isEqualTo("账本里还没有条目");
      assertThat(page.locator("#finder").count()).isZero();
      picture(page, "empty");
      ledger.fail(true);
      assertThat(page.reload().status()).isEqualTo(503);
      assertThat(page.locator(".headline").textContent()).isEqualTo("此刻读不到账本");
      picture(page, "unreadable");
    }
  }

  @Test
  void drawsOneDayTwoDaysAndAThousand() {
    List<DaySize> whole = ledger.growth();
    LocalDate first = LocalDate.of(2026, 3, 2);
    List<DaySize> days = new ArrayList<>();
    try (BrowserContext window = window(360, true, null)) {
      for (int day = 1; day <= 1_000; day++) {
        days.add(new DaySize(first.plusDays(day), 900L * day + (day % 7) * 100L));
        if (day == 1 || day == 2 || day == 1_000) {
          ledger.growth(days);
          Page page = open(window, "");
          page.locator("main summary").click();
          assertThat(page.locator("tbody tr").count()).isEqualTo(Math.min(day, 10));
          page.locator("section.card")
              .first()
              .screenshot(
                  new Locator.ScreenshotOptions()
                      .setPath(PICTURES.resolve("ledger-chart-" + day + ".png")));
        }
      }
    } finally {
      ledger.growth(whole);
    }
  }

  @Test
  void findsACertificatesEntryWithoutSendingTheFile() throws Exception {
    CredentialClaims claims =
        CredentialCodec.decode(CoseSign1.parse(certificate().credential()).payload());
    LedgerProof proof = issue(ledger, 3);
    Bytes pdf = pdf(proof);
    ledger.grow(700, CertificateFixture.ISSUED_AT.plusSeconds(60));
    for (int width : new int[] {360, 1280}) {
      for (Language language : Language.values()) {
        try (BrowserContext window = window(width, true, null)) {
          Page page = open(window, "?lang=" + language.tag());
          choose(page, "丛培元.pdf", pdf);
          Locator found = finding(page, "IN_LEDGER");
          assertThat(found.locator("h3").textContent())
              .isEqualTo(Sentences.in(language).text("ledger.finding.IN_LEDGER"));
          assertThat(found.textContent())
              .contains(String.format("%,d", proof.index()))
              .contains("丛培元.pdf");
          assertThat(found.locator(".checks .yes").count()).isEqualTo(2);
          assertThat(found.locator(".whose dd").allTextContents())
              .containsExactly(claims.holderName(), claims.number().value(), claims.specialty());
          assertThat(found.locator(".whose").textContent())
              .contains(Sentences.in(language).text("ledger.finding.compare"));
          assertThat(pixels(found.locator(".not"))).isEqualTo(pixels(page.locator("body")));
          fits(page, "finding");
          picture(page, "found-" + language.tag() + "-" + width);
        }
      }
    }
    assertThat(complaints).isEmpty();
    assertThat(requests).isNotEmpty();
    requests.removeIf(request -> request.url().endsWith("/favicon.svg"));
    for (Request request : requests) {
      assertThat(request.method()).isEqualTo("GET");
      assertThat(request.postData()).isNull();
      assertThat(request.url()).matches("http://localhost:\\d+/ledger/(checkpoint|tile/[0-9].*)");
    }
  }

  @Test
  void findsEveryEntryOfSmallLedgersAndOfOneThatGrew() throws Exception {
    List<Bytes> issued = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      issued.add(pdf(issue(ledger, 90 * i)));
    }
    try (BrowserContext window = window(1280, true, null)) {
      Page page = open(window, "");
      for (Bytes pdf : issued) {
        page.reload();
        choose(page, "one.pdf", pdf);
        finding(page, "IN_LEDGER");
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void takesAFileThatIsDroppedAnywhere() throws Exception {
    Bytes pdf = pdf(issue(ledger, 1));
    try (BrowserContext window = window(1280, true, null)) {
      Page page = open(window, "");
      page.evaluate(
          "base64 => { const data = new DataTransfer();"
              + "data.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))],"
              + " 'dropped.pdf', {type: 'application/pdf'}));"
              + "document.body.dispatchEvent(new DragEvent('drop',"
              + " {dataTransfer: data, bubbles: true, cancelable: true})); }",
          Base64.getEncoder().encodeToString(pdf.toArray()));
      assertThat(finding(page, "IN_LEDGER").textContent()).contains("dropped.pdf");
    }
  }

  @Test
  void isReachedAndReadByKeyboardAndScreenReader() throws Exception {
    try (BrowserContext window = window(360, true, null)) {
      Page page = open(window, "?lang=en");
      page.waitForFileChooser(() -> page.locator("#file").press("Enter"))
          .setFiles(new FilePayload("a.pdf", "application/pdf", pdf(issue(ledger, 1)).toArray()));
      finding(page, "IN_LEDGER");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("file");
      assertThat(page.locator("#finding").getAttribute("role")).isEqualTo("status");
      assertThat(page.locator("#file").getAttribute("aria-describedby")).isEqualTo("private");
      assertThat(page.getByLabel("Choose a PDF file").count()).isEqualTo(1);
    }
  }

  @Test
  void seesThatAProofWasChanged() throws Exception {
    LedgerProof right = issue(ledger, 5);
    List<Digest> path = new ArrayList<>(right.path());
    path.set(2, Digest.of(Bytes.ofUtf8("another")));
    LedgerProof other =
        new LedgerProof(right.salt(), right.at(), right.index(), path, right.checkpoint());
    LedgerProof earlier =
        new LedgerProof(
            right.salt(),
            right.at().minusMillis(1),
            right.index(),
            right.path(),
            right.checkpoint());
    LedgerProof shorter =
        new LedgerProof(
            right.salt(),
            right.at(),
            right.index(),
            right.path().subList(1, right.path().size()),
            right.checkpoint());
    List<Digest> more = new ArrayList<>(right.path());
    more.add(path.get(2));
    LedgerProof longer =
        new LedgerProof(right.salt(), right.at(), right.index(), more, right.checkpoint());
    try (BrowserContext window = window(360, true, null)) {
      Page page = open(window, "");
      for (LedgerProof proof : List.of(other, earlier, shorter, longer)) {
        page.reload();
        choose(page, "changed.pdf", pdf(proof));
        finding(page, "PROOF_WRONG");
      }
      picture(page, "proof-wrong");
      page.reload();
      choose(page, "text.pdf", files.file(certificate(), Bytes.ofUtf8("no proof at all")));
      finding(page, "PROOF_WRONG");
      page.reload();
      Certificate another = registry.find(PublicSite.RARE_NAME).orElseThrow();
      choose(page, "another.pdf", files.file(another, right.encoded()));
      finding(page, "PROOF_WRONG");
    }
  }

  @Test
  void seesThatTheLedgerOfTodayDoesNotHaveWhatTheProofSays() throws Exception {
    SampleLedger fork = new SampleLedger(SampleLedger.ORIGIN, folder.resolve("fork"));
    fork.grow(300, CertificateFixture.ISSUED_AT);
    SampleLedger longer = new SampleLedger(SampleLedger.ORIGIN, folder.resolve("longer"));
    longer.grow(20_000, CertificateFixture.ISSUED_AT);
    try (BrowserContext window = window(360, true, null)) {
      Page page = open(window, "");
      for (SampleLedger other : List.of(fork, longer)) {
        page.reload();
        choose(page, "forked.pdf", pdf(issue(other, 1)));
        Locator found = finding(page, "NOT_TODAY");
        assertThat(found.locator(".checks .yes").count()).isEqualTo(1);
        assertThat(found.locator(".checks .no").count()).isEqualTo(1);
      }
      picture(page, "not-today");
    }
  }

  @Test
  void sendsTheReaderOfAnotherLedgersCertificateThere() throws Exception {
    SampleLedger other = new SampleLedger("zc.qingdao.example/ledger", folder);
    try (BrowserContext window = window(360, true, null)) {
      Page page = open(window, "");
      choose(page, "other.pdf", pdf(issue(other, 9)));
      assertThat(finding(page, "OTHER_LEDGER").textContent()).contains("zc.qingdao.example/ledger");
      picture(page, "other-ledger");
    }
  }

  @Test
  void doesNotKnowFilesThatAreNotOurs() throws Exception {
    Bytes ours = pdf(issue(ledger, 1));
    String text = new String(ours.toArray(), StandardCharsets.ISO_8859_1);
    try (BrowserContext window = window(360, true, null)) {
      Page page = open(window, "");
      for (String content :
          List.of(
              "",
              "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
              text.replace("text#2Fplain/Params", "text#2Fplane/Params"),
              text + text.substring(text.indexOf("%PDF-") + 9),
              "x" + text)) {
        page.reload();
        choose(page, "random.pdf", Bytes.wrap(content.getBytes(StandardCharsets.ISO_8859_1)));
        finding(page, "NOT_OURS");
      }
      picture(page, "not-ours");
    }
  }

  @Test
  void tellsThatItIsStillAtWorkAndWhenItCannotTell() throws Exception {
    Bytes pdf = pdf(issue(ledger, 1));
    try (BrowserContext window = window(360, true, null)) {
      Page page = open(window, "");
      page.route(
          "**/ledger/checkpoint",
          route -> {
            finding(page, "BUSY");
            picture(page, "busy");
            route.abort();
          });
      choose(page, "late.pdf", pdf);
      finding(page, "CANNOT_TELL");
      picture(page, "cannot-tell");
    }
  }

  @Test
  void saysWhyItCannotCheckWithoutHttps() throws Exception {
    Bytes pdf = pdf(issue(ledger, 1));
    try (BrowserContext window = window(360, true, null)) {
      window.addInitScript("Object.defineProperty(window, 'isSecureContext', {value: false})");
      Page page = open(window, "");
      choose(page, "one.pdf", pdf);
      finding(page, "INSECURE");
    }
  }

  @Test
  void allowsConnectionsOnThisPageOnly() {
    try (BrowserContext window = window(360, true, null)) {
      Page page = window.newPage();
      for (String path : List.of("/", "/v/" + PublicSite.VALID)) {
        String policy =
            page.navigate("http://localhost:" + port + path).headerValue("content-security-policy");
        assertThat(policy).contains("connect-src 'none'");
        page.locator("main a[href='/ledger'], footer a[href='/ledger']").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo("公开账本");
      }
      String policy = page.reload().headerValue("content-security-policy");
      assertThat(policy).contains("connect-src 'self'").doesNotContain("unsafe");
    }
  }
}
