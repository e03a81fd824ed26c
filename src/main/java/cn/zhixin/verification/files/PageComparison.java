package cn.zhixin.verification.files;

import cn.zhixin.document.reading.PageGaps;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.files.ComparedField.Source;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a page's text shows what the registry says. A text in which neither code nor number
 * stands tells nothing: a scan has none, and some printers write letters that nobody can read back.
 */
final class PageComparison {
  /** As certificates print them. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private static final Pattern ANY_DAY = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日");

  private static final String NOT_BEHIND_A_WORD = "(?<![\\p{L}\\p{M}\\p{N}])";
  private static final String NOT_BEFORE_A_WORD = "(?![\\p{L}\\p{M}\\p{N}])";

  private static final Pattern ANY_LEVEL =
      Pattern.compile(NOT_BEHIND_A_WORD + "\\p{IsHan}{1,3}级" + NOT_BEFORE_A_WORD);

  private final String page;

  PageComparison(String text) {
    this.page = text;
  }

  List<ComparedField> of(CertificateFacts facts) {
    List<ComparedField> fields = new ArrayList<>();
    String all = PageGaps.without(page);
    if (!all.contains(facts.code()) && !all.contains(facts.number())) {
      return fields;
    }
    add(fields, "holderName", facts.holderName());
    add(fields, "title", facts.title());
    if (ANY_LEVEL.matcher(page).find()) {
      add(fields, "level", facts.level());
    }
    add(fields, "specialty", facts.specialty());
    add(fields, "committee", facts.committee());
    if (ANY_DAY.matcher(all).find()) {
      add(fields, "acquiredOn", facts.acquiredOn());
      add(fields, "issuedOn", facts.issuedOn());
    }
    add(fields, "number", facts.number());
    add(fields, "code", facts.code());
    return fields;
  }

  private void add(List<ComparedField> fields, String name, String value) {
    add(fields, name, new Wording(value, value), shows(value));
  }

  private void add(List<ComparedField> fields, String name, Wording value) {
    add(fields, name, value, shows(value.chinese()));
  }

  private void add(List<ComparedField> fields, String name, LocalDate day) {
    String iso = day.toString();
    add(fields, name, new Wording(iso, iso), shows(DAY.format(day)));
  }

  private static void add(List<ComparedField> fields, String name, Wording value, boolean shown) {
    fields.add(new ComparedField(name, value, shown ? value : null, Source.PAGE, shown));
  }

  /**
   * Whether the value stands there as a whole: a lower title is part of the name of a higher one
   * (高级工程师 of 正高级工程师), and a name of a longer name.
   */
  private boolean shows(String value) {
    String written =
        PageGaps.without(value)
            .codePoints()
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining(PageGaps.PATTERN));
    return Pattern.compile(NOT_BEHIND_A_WORD + written + NOT_BEFORE_A_WORD).matcher(page).find();
  }
}
