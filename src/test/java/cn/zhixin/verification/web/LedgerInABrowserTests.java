package cn.zhixin.verification.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ledger.PublishedLedger.DaySize;
import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.signing.MlDsa44PrivateKey;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Sentences;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerInABrowserTests extends LedgerSite {
  @Test
  void showsTheLedgerWithoutScriptInBothLanguages() {
    for (int width : new int[] {360, 1280}) {
      for (Language language : Language.values()) {
        try (BrowserContext window = window(width, false, null)) {
          Page page = open(window, "?lang=" + language.tag());
          assertThat(page.locator("h1").textContent())
              .isEqualTo(Sentences.in(language).text("ledger.title"));
          assertThat(page.locator("#size").textContent()).matches("\\d,\\d{3}");
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

  /** What does not fit is on further lines: nobody would know that there is more to the right. */
  @Test
  void noCheckpointOrKeyIsWiderThanItsBox() {
    for (int width : new int[] {390, 1280}) {
      for (Language language : Language.values()) {
        try (BrowserContext window = window(width, true, null)) {
          Page page = open(window, "?lang=" + language.tag());
          assertThat(page.locator("pre[role=region][aria-label][tabindex='0']").count())
              .isEqualTo(page.locator("pre").count())
              .isGreaterThan(2);
          assertThat(page.locator("pre").all())
              .allMatch(pre -> (boolean) pre.evaluate("p => p.scrollWidth <= p.clientWidth"));
          picture(page, language.tag() + "-" + width);
        }
      }
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
