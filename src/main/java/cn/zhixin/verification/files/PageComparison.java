package cn.zhixin.verification.files;

import cn.zhixin.catalogue.Level;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.files.ComparedField.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a page's text shows what the registry says, and of title, level and name nothing else
 * beside it. A text in which neither code nor number stands tells nothing: a scan has none, and
 * some printers write letters that nobody can read back.
 */
final class PageComparison {
  private static final Pattern ANY_LEVEL =
      Pattern.compile(
          ComparedPage.NOT_BEHIND_A_WORD + "\\p{IsHan}{1,3}级" + ComparedPage.NOT_BEFORE_A_WORD);

  /** What pages and rosters call levels, see {@link Level#labelled}. */
  private static final Set<String> LEVELS =
      Set.of("正高级", "正高", "副高级", "副高", "高级", "中级", "初级", "助理级", "助师级", "员级");

  private final String text;
  private final ComparedPage page;
  private final Set<String> titles;

  /**
   * @param titles the names of all titles there are
   */
  PageComparison(String text, Set<String> titles) {
    this.text = text;
    this.page = new ComparedPage(text);
    this.titles = titles;
  }

  List<ComparedField> of(CertificateFacts facts) {
    List<ComparedField> fields = new ArrayList<>();
    if (!page.contains(facts.code()) && !page.contains(facts.number())) {
      return fields;
    }
    // a specialty may be called as a title is (翻译), and names of committees hold levels
    ComparedPage rest =
        page.without(List.of(facts.specialty(), facts.committee(), facts.series().chinese()));
    String name = facts.holderName();
    add(fields, "holderName", plain(name), page.shows(name) && !page.joinsAnything(name));
    add(fields, "title", facts.title(), showsOnlyTitle(facts.title().chinese(), rest));
    if (ANY_LEVEL.matcher(text).find() || !rest.those(LEVELS).isEmpty()) {
      add(fields, "level", facts.level(), showsOnlyLevel(facts.level().chinese(), rest));
    }
    add(fields, "specialty", facts.specialty());
    add(fields, "committee", facts.committee());
    addDays(fields, facts);
    add(fields, "number", facts.number());
    add(fields, "code", facts.code());
    return fields;
  }

  private boolean showsOnlyTitle(String title, ComparedPage rest) {
    // its own name is searched for too: one that a line breaks has another as its end
    Set<String> searched = new HashSet<>(titles);
    searched.add(title);
    Set<String> others = rest.those(searched);
    others.remove(ComparedPage.folded(title));
    return page.shows(title) && others.isEmpty() && !page.joinsAnything(title);
  }

  private boolean showsOnlyLevel(String level, ComparedPage rest) {
    Set<Level> registered = Level.labelled(level);
    boolean other =
        rest.those(LEVELS).stream()
            .anyMatch(shown -> !Level.labelled(shown).containsAll(registered));
    return page.shows(level) && !other && !page.joinsAnything(level);
  }

  /**
   * A day before the issue can be no other than the acquisition's: what a copy gets stamped or
   * printed on it comes later, and a month of birth has no day.
   */
  private void addDays(List<ComparedField> fields, CertificateFacts facts) {
    Set<LocalDate> days = page.days();
    if (days.isEmpty()) {
      return;
    }
    boolean acquired =
        days.contains(facts.acquiredOn())
            && days.stream()
                .allMatch(day -> day.equals(facts.acquiredOn()) || !day.isBefore(facts.issuedOn()));
    add(fields, "acquiredOn", plain(facts.acquiredOn().toString()), acquired);
    add(fields, "issuedOn", plain(facts.issuedOn().toString()), days.contains(facts.issuedOn()));
  }

  private void add(List<ComparedField> fields, String name, String value) {
    add(fields, name, plain(value), page.shows(value));
  }

  private static void add(List<ComparedField> fields, String name, Wording value, boolean shown) {
    fields.add(new ComparedField(name, value, shown ? value : null, Source.PAGE, shown));
  }

  private static Wording plain(String value) {
    return new Wording(value, value);
  }
}
