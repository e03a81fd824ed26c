package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What every page must keep of WCAG 2.2 AA, as far as a program can tell. */
public final class Accessible {
  private static final String RUN =
      """
      () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
          'best-practice']}).then(found => found.violations.map(rule => rule.id + ': '
              + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')))
      """;

  /**
   * Links within a sentence may be as low as the line (success criterion 2.5.8); a box to tick is
   * as large as its label, which lies over it.
   */
  private static final String LOW_TARGETS =
      """
      () => [...document.querySelectorAll(
              `header a, summary, .button, button, input:not([type=hidden],[type=file],[type=checkbox]),
              .tick label, .way, .more a`)]
          .filter(part => part.offsetParent && part.getClientRects().length)
          .map(part => [part.outerHTML.slice(0, 90), part.getBoundingClientRect().height])
          .filter(part => part[1] < 43.9).map(String)
      """;

  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /**
   * What is told apart by its ground alone, which goes where the reader's colours are forced; boxes
   * to tick and choosers of files are drawn by the browser.
   */
  private static final String EDGELESS =
      """
      () => [...document.querySelectorAll(
              `#verdict, .card, .button, .refusal, .told, .counts a,
              input:not([type=hidden],[type=checkbox],[type=file])`)]
          .filter(part => part.offsetParent && part.getClientRects().length)
          .filter(part => !parseFloat(getComputedStyle(part).borderTopWidth))
          .map(part => part.outerHTML.slice(0, 90))
      """;

  private static final String MOVING =
      "() => document.getAnimations().map(one => one.effect.target.outerHTML.slice(0, 90))";

  /** Where a focus was last is where Tab goes on, though the page has taken the focus away. */
  private static final String TO_THE_TOP =
      """
      () => {
        const top = document.createElement('i');
        top.tabIndex = -1;
        document.body.prepend(top);
        top.focus();
        top.remove();
        window.scrollTo(0, 0);
      }
      """;

  /** Where the keyboard is; empty once it has left the page or come round to its top. */
  private static final String PLACE =
      """
      () => {
        const at = document.activeElement;
        if (!at || at === document.body || at.dataset.tabbed) return '';
        at.dataset.tabbed = 'yes';
        const box = at.getBoundingClientRect(), look = getComputedStyle(at);
        const marked = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
        const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
        return (marked && seen ? '' : 'HIDDEN ') + at.outerHTML.slice(0, 90);
      }
      """;

  private static final String AXE = axe();

  private Accessible() {}

  private static String axe() {
    try (var file = Accessible.class.getResourceAsStream("/axe/axe.min.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What axe finds wrong on the page as it stands. */
  public static List<?> faults(Page page) {
    page.evaluate(AXE);
    return (List<?>) page.evaluate(RUN);
  }

  /** Fails with whatever axe finds. */
  public static void findsNothing(Page page, String what) {
    assertThat(faults(page)).as(what).isEmpty();
  }

  /** Nothing stands out of the window sideways, and every target is 44 pixels high. */
  public static void fits(Page page, String what) {
    assertThat(page.evaluate(OVERFLOW)).as(what).isEqualTo(0);
    assertThat((List<?>) page.evaluate(LOW_TARGETS)).as(what).isEmpty();
  }

  /** Nothing moves, and every part keeps its edge and every picture its ink in forced colours. */
  public static void standsInForcedColours(Page page, String what) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setForcedColors(ForcedColors.ACTIVE)
            .setReducedMotion(ReducedMotion.REDUCE));
    assertThat((List<?>) page.evaluate(EDGELESS)).as(what + " without an edge").isEmpty();
    assertThat((List<?>) page.evaluate(MOVING)).as(what + " moves").isEmpty();
    findsNothing(page, what + " in forced colours");
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setForcedColors(ForcedColors.NONE)
            .setReducedMotion(ReducedMotion.NO_PREFERENCE));
  }

  /**
   * Goes through the page by Tab from its top: the way past the header comes first, each place is
   * visible and marked when it is reached, and the way ends, so that nobody is held.
   *
   * @return the places, by the beginning of their HTML
   */
  public static List<String> tabThrough(Page page, String what) {
    page.evaluate(TO_THE_TOP);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      page.keyboard().press("Tab");
      String place = (String) page.evaluate(PLACE);
      if (place.isEmpty()) {
        break;
      }
      assertThat(place).as(what).doesNotStartWith("HIDDEN");
      places.add(place);
      assertThat(places).as(what + ": holds the keyboard").hasSizeLessThan(200);
    }
    assertThat(places.get(0)).as(what).contains("skip");
    return places;
  }
}
