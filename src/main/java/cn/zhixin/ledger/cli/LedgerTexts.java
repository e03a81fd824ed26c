package cn.zhixin.ledger.cli;

import cn.zhixin.encoding.FilledSentence;
import java.util.Locale;
import java.util.ResourceBundle;

/** The commands' sentences in the reader's language: Chinese, or English where it is asked for. */
public final class LedgerTexts {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle sentences;

  private LedgerTexts(Locale locale) {
    this.locale = locale;
    this.sentences = ResourceBundle.getBundle("messages.ledger", locale, NO_FALLBACK);
  }

  /**
   * @param language {@code zh} or {@code en}
   */
  public static LedgerTexts in(String language) {
    return new LedgerTexts("en".equals(language) ? Locale.ENGLISH : Locale.ROOT);
  }

  /** One of two that say the same. */
  public String choose(String chinese, String english) {
    return Locale.ENGLISH.equals(locale) ? english : chinese;
  }

  /** The sentence with its values; a number is written as it is, without grouping. */
  public String say(String key, Object... values) {
    return FilledSentence.of(sentences.getString(key), locale, values);
  }
}
