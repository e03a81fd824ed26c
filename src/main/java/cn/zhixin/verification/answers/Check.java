package cn.zhixin.verification.answers;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.util.List;
import java.util.Locale;

/**
 * One thing that was checked for an answer.
 *
 * @param outcome what it showed
 * @param verdictKey part of the sentence's key that tells the cases of one outcome apart, or empty
 * @param arguments for the detail's sentence
 */
public record Check(Kind kind, Outcome outcome, String verdictKey, List<String> arguments) {
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
    return Sentences.in(language).text(key() + ".detail", arguments.toArray());
  }

  private String key() {
    String base = "check." + kind.id() + "." + outcome.name().toLowerCase(Locale.ROOT);
    return verdictKey.isEmpty() ? base : base + "." + verdictKey;
  }
}
