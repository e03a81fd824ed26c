package cn.zhixin.people.cli;

import cn.zhixin.encoding.FilledSentence;
import java.util.Locale;
import java.util.ResourceBundle;

/** The commands' sentences in the reader's language. */
final class Texts {
  private final ResourceBundle sentences;

  private Texts(Locale locale) {
    this.sentences =
        ResourceBundle.getBundle(
            "messages.people",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * @param language {@code zh} or {@code en}
   */
  static Texts in(String language) {
    return new Texts("en".equals(language) ? Locale.ENGLISH : Locale.ROOT);
  }

  /** The sentence with its values; a number is written as it is, without grouping. */
  String say(String key, Object... values) {
    return FilledSentence.of(sentences.getString(key), Locale.ROOT, values);
  }
}
