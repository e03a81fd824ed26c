package cn.zhixin.issuance.cli;

import cn.zhixin.encoding.FilledSentence;
import java.util.Locale;
import java.util.ResourceBundle;

/** The commands' sentences in the reader's language: Chinese, or English where it is asked for. */
public final class Texts {
  private final Locale locale;
  private final ResourceBundle sentences;

  private Texts(Locale locale) {
    this.locale = locale;
    this.sentences =
        ResourceBundle.getBundle(
            "messages.commands",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * @param language {@code zh} or {@code en}
   */
  public static Texts in(String language) {
    return new Texts("en".equals(language) ? Locale.ENGLISH : Locale.ROOT);
  }

  public boolean isEnglish() {
    return Locale.ENGLISH.equals(locale);
  }

  /** The sentence with its values; a number is written as it is, without grouping. */
  public String say(String key, Object... values) {
    return FilledSentence.of(sentences.getString(key), locale, values);
  }
}
