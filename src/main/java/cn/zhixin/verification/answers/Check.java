package cn.zhixin.verification.answers;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One thing that was checked for an answer.
 *
 * @param outcome what it showed
 * @param verdictKey part of the sentence's key that tells the cases of one outcome apart, or empty
 * @param arguments for the detail's sentence; days are written as people read them
 */
public record Check(Kind kind, Outcome outcome, String verdictKey, List<Object> arguments) {
  /** What is checked; the name in lower case is the stable id. */
  public enum Kind {
    /** The stored credential is signed by a key of the issuer, within its validity. */
    SIGNATURE,
    /** The registry's fields are those that were signed. */
    REGISTRY,
    /** The certificate's present state. */
    STATUS;

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
    return Sentences.in(language).text(key());
  }

  /** A second, shorter line; may be empty. */
  public String detail(Language language) {
    Sentences sentences = Sentences.in(language);
    DateTimeFormatter date =
        DateTimeFormatter.ofPattern(sentences.text("date.pattern"), language.locale());
    Object[] texts =
        arguments.stream()
            .map(argument -> argument instanceof LocalDate day ? date.format(day) : argument)
            .toArray();
    return sentences.text(key() + ".detail", texts);
  }

  private String key() {
    String base = "check." + kind.id() + "." + outcome.name().toLowerCase(Locale.ROOT);
    return verdictKey.isEmpty() ? base : base + "." + verdictKey;
  }
}
