package cn.zhixin.verification.files;

import cn.zhixin.verification.Wording;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.files.ComparedField.Source;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a page's text shows what the registry says. A text in which neither code nor number
 * stands tells nothing: a scan has none, and some printers write letters that nobody can read back.
 */
final class PageComparison {
  /** As certificates print them. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private static final Pattern ANY_DAY = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日");

  private final String page;

  PageComparison(String text) {
    this.page = plain(text);
  }

  List<ComparedField> of(CertificateFacts facts) {
    List<ComparedField> fields = new ArrayList<>();
    if (!shows(facts.code()) && !shows(facts.number())) {
      return fields;
    }
    add(fields, "holderName", facts.holderName());
    add(fields, "title", facts.title());
    add(fields, "specialty", facts.specialty());
    add(fields, "committee", facts.committee());
    if (ANY_DAY.matcher(page).find()) {
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

  private boolean shows(String value) {
    return page.contains(plain(value));
  }

  /** Lines are broken and numbers grouped for the eye. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Z}-]", "");
  }
}
