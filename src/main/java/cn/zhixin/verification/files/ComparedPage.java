package cn.zhixin.verification.files;

import cn.zhixin.document.reading.PageGaps;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a page, searched for whole words whatever gaps a printer put into them. Compatibility
 * forms count as what they look like (NFKC): some printers write 高 as the radical ⾼.
 */
final class ComparedPage {
  static final String NOT_BEHIND_A_WORD = "(?<![\\p{L}\\p{M}\\p{N}])";
  static final String NOT_BEFORE_A_WORD = "(?![\\p{L}\\p{M}\\p{N}])";

  /** What joins a second value to one: 工程师（正高级）, 工程师/高级工程师. NFKC made them narrow. */
  private static final String JOINTS = "([【〔/\\|、+&·•・‧";

  private static final Pattern ANY_DAY =
      Pattern.compile(
          "(?<!\\d)(?<year>\\d{4})\\s*[年./-]\\s*(?<month>\\d{1,2})\\s*[月./-]\\s*"
              + "(?<day>\\d{1,2})(?!\\d)");

  private final String text;

  ComparedPage(String text) {
    this.text = Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Whether the characters stand there in a row, if only as a part of a word. */
  boolean contains(String value) {
    return PageGaps.without(text).contains(folded(value));
  }

  /**
   * Whether the value stands there as a whole: a lower title is part of the name of a higher one
   * (高级工程师 of 正高级工程师), and a name of a longer name.
   */
  boolean shows(String value) {
    return word(value).matcher(text).find();
  }

  /**
   * Whether anything is joined to the value by a bracket or a stroke in its line, wherever that is.
   */
  boolean joinsAnything(String value) {
    Matcher found = word(value).matcher(text);
    while (found.find()) {
      int before = found.start() - 1;
      while (before >= 0 && isGapInLine(text.charAt(before))) {
        before--;
      }
      int behind = found.end();
      while (behind < text.length() && isGapInLine(text.charAt(behind))) {
        behind++;
      }
      if (before >= 0 && JOINTS.indexOf(text.charAt(before)) >= 0
          || behind < text.length() && JOINTS.indexOf(text.charAt(behind)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGapInLine(char c) {
    return c != '\n' && c != '\r' && PageGaps.isGap(c);
  }

  /** This page without some values that stand there as a whole. */
  ComparedPage without(Collection<String> values) {
    return new ComparedPage(word(values).matcher(text).replaceAll("\n"));
  }

  /** Those of the words that stand there as a whole, the longest where one is part of another. */
  Set<String> those(Collection<String> words) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = word(words).matcher(text);
    while (matcher.find()) {
      found.add(PageGaps.without(matcher.group()));
    }
    return found;
  }

  /**
   * Every day that is written as year, month, day: 2025年09月03日, 2025年9月3日, 2025-09-03, 2025/9/3.
   */
  Set<LocalDate> days() {
    Set<LocalDate> days = new LinkedHashSet<>();
    Matcher matcher = ANY_DAY.matcher(text);
    while (matcher.find()) {
      try {
        days.add(
            LocalDate.of(
                Integer.parseInt(matcher.group("year")),
                Integer.parseInt(matcher.group("month")),
                Integer.parseInt(matcher.group("day"))));
      } catch (DateTimeException e) {
        // the calendar has no such day, nor has any certificate
        continue;
      }
    }
    return days;
  }

  private static Pattern word(String value) {
    return word(Set.of(value));
  }

  private static Pattern word(Collection<String> values) {
    return Pattern.compile(
        values.stream()
            .map(ComparedPage::folded)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(ComparedPage::gapped)
            .collect(Collectors.joining("|", NOT_BEHIND_A_WORD + "(?:", ")" + NOT_BEFORE_A_WORD)));
  }

  static String folded(String value) {
    return PageGaps.without(Normalizer.normalize(value, Normalizer.Form.NFKC));
  }

  private static String gapped(String value) {
    return value
        .codePoints()
        .mapToObj(c -> Pattern.quote(Character.toString(c)))
        .collect(Collectors.joining(PageGaps.PATTERN));
  }
}
