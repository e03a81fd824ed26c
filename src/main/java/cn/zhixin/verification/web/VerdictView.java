package cn.zhixin.verification.web;

import cn.zhixin.verification.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page about one code shows, in its reader's language.
 *
 * @param name of the verdict, which chooses shape and colour
 * @param holder nothing of a person is shown without a certificate
 * @param checks none without a certificate
 * @param advice what the reader can do, paragraph by paragraph
 * @param action the page's one main link
 * @param digits of the genuine QR symbol, or empty
 * @param claims what the register says of each claim of a QR symbol
 * @param day null without a certificate
 */
public record VerdictView(
    String name,
    String headline,
    String line,
    @Nullable Holder holder,
    List<CheckLine> checks,
    List<String> advice,
    @Nullable Action action,
    String digits,
    List<ClaimLines.Claim> claims,
    @Nullable DayView day,
    String asOf) {
  public VerdictView {
    claims = List.copyOf(claims);
    checks = List.copyOf(checks);
    advice = List.copyOf(advice);
  }

  /** A verdict that says nothing against or for a certificate has no colour. */
  public boolean plain() {
    return holder == null;
  }

  /** Whether the reader should be offered to type a code. */
  public boolean asking() {
    return name.equals("MISTYPED") || name.equals(Verdict.NOT_FOUND.name());
  }

  /** Whether the action is what the reader most likely wants next. */
  public boolean mainAction() {
    return name.equals(Verdict.SUPERSEDED.name()) || name.equals(Verdict.UNCONFIRMED.name());
  }

  /**
   * Whose certificate of which title.
   *
   * @param struck whether name and title are crossed out
   */
  public record Holder(String name, String title, boolean struck, List<Fact> facts) {}

  /** One field; its groups are set apart for the eye. */
  public record Fact(String label, List<String> groups, boolean code) {
    static Fact of(String label, String value) {
      return new Fact(label, List.of(value), false);
    }
  }

  /**
   * @param link where the reader can look for himself, or null
   */
  public record CheckLine(boolean passed, String sentence, String detail, @Nullable Action link) {}

  public record Action(String label, String href) {}
}
