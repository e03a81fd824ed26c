package cn.zhixin.verification.answers;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One thing that was checked for an answer.
 *
 * @param outcome what it showed
 * @param verdictKey part of the sentence's key that tells the cases of one outcome apart, or empty
 * @param arguments for both sentences; days and times are written as people read them
 */
public record Check(Kind kind, Outcome outcome, String verdictKey, List<Object> arguments) {
  /** The issuers' own. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** What is checked; the name in lower case is the stable id. */
  public enum Kind {
    /** The stored credential is signed by a key of the issuer, within its validity. */
    SIGNATURE,
    /** The registry's fields are those that were signed. */
    REGISTRY,
    /** The certificate's present state. */
    STATUS,
    /** The events are the certificate's entries in the ledger; tells the place of its issue. */
    LEDGER;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a check ended. */
  public enum Outcome {
    PASSED,
    FAILED
  }

  public Check {
    arguments = List.copyOf(arguments);
  }

  public String sentence(Language language) {
    return Sentences.in(language).text(key(), texts(language));
  }

  /** A second, shorter line; may be empty. */
  public String detail(Language language) {
    return Sentences.in(language).text(key() + ".detail", texts(language));
  }

  private Object[] texts(Language language) {
    return arguments.stream().map(argument -> inWords(argument, language)).toArray();
  }

  private static Object inWords(Object argument, Language language) {
    if (argument instanceof LocalDate day) {
      return formatter("date.pattern", language).format(day);
    }
    return argument instanceof Instant moment
        ? formatter("time.pattern", language).withZone(CHINA).format(moment)
        : argument;
  }

  private static DateTimeFormatter formatter(String pattern, Language language) {
    return DateTimeFormatter.ofPattern(Sentences.in(language).text(pattern), language.locale());
  }

  private String key() {
    String base = "check." + kind.id() + "." + outcome.name().toLowerCase(Locale.ROOT);
    return verdictKey.isEmpty() ? base : base + "." + verdictKey;
  }
}
