package cn.zhixin.verification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Sentences;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding a certificate's entry, in the browser. */
class LedgerFinderInABrowserTests extends LedgerSite {
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
}
