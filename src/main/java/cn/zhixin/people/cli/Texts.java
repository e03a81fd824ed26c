package cn.zhixin.people.cli;

import java.text.MessageFormat;
import java.util.Arrays;
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
    Object[] texts = Arrays.stream(values).map(String::valueOf).toArray();
    return new MessageFormat(sentences.getString(key), Locale.ROOT).format(texts);
  }
}
