package cn.zhixin.verification.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all pages share.
 *
 * @param site its name in the reader's language
 * @param address scheme and host that QR symbols lead to
 * @param keptScript of all pages, beside {@code script} or another
 * @param tag of the language, BCP 47
 * @param home link to the home page that keeps the reader's choices
 * @param ledger link to the ledger's page that keeps them too
 * @param otherLanguage link to this page
 * @param otherText link to this page
 * @param kept the reader's choices as parameters, for forms
 * @param places the site's menu
 */
public record Frame(
    String site,
    String contact,
    String address,
    String style,
    String script,
    String keptScript,
    String tag,
    boolean english,
    boolean large,
    String home,
    String ledger,
    String otherLanguage,
    String otherText,
    Map<String, String> kept,
    List<Place> places) {
  /**
   * A page of the site's menu.
   *
   * @param name part of its sentence's key
   * @param here whether this is the page
   */
  public record Place(String name, String href, boolean here) {}

  public Frame {
    places = List.copyOf(places);
    kept = Map.copyOf(kept);
  }

  /**
   * The language of a value that an English page shows as it was issued, so that it is read out as
   * Chinese; null where the page's own language holds.
   */
  public @Nullable String tongue(@Nullable String value) {
    return english && value != null && value.codePoints().anyMatch(Character::isIdeographic)
        ? "zh"
        : null;
  }
}
