package cn.zhixin.verification;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The sentences of the public side, in Chinese and in English ({@code …_en.properties}), for code
 * that runs without Spring too. One file of what all pages share, and one for each feature.
 */
public final class Sentences {
  /** Base names of the files; a key stands in one of them only. */
  public static final List<String> FILES =
      List.of(
          "messages",
          "messages/bulk",
          "messages/door",
          "messages/files",
          "messages/pages",
          "messages/panel",
          "messages/qr-signature",
          "messages/scan");

  /** Never the system's language in place of the one asked for. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Sentences CHINESE = new Sentences(Language.CHINESE);
  private static final Sentences ENGLISH = new Sentences(Language.ENGLISH);

  private final Locale locale;
  private final Map<String, String> sentences = new LinkedHashMap<>();

  private Sentences(Language language) {
    locale = language.locale();
    for (String file : FILES) {
      ResourceBundle bundle = ResourceBundle.getBundle(file, locale, NO_FALLBACK);
      bundle.keySet().forEach(key -> add(key, bundle.getString(key)));
    }
  }

  private void add(String key, String sentence) {
    if (sentences.put(key, sentence) != null) {
      throw new IllegalStateException("the sentence " + key + " stands in two files");
    }
  }

  public static Sentences in(Language language) {
    return language == Language.ENGLISH ? ENGLISH : CHINESE;
  }

  /** The sentence with its {@code {0} {1} …} filled in; without arguments it is taken as it is. */
  public String text(String key, Object... arguments) {
    String pattern = sentences.get(key);
    if (pattern == null) {
      throw new MissingResourceException("no such sentence: " + key, "Sentences", key);
    }
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  public boolean has(String key) {
    return sentences.containsKey(key);
  }

  /** All keys of the language, for checks. */
  public List<String> keys() {
    return sentences.keySet().stream().sorted().toList();
  }
}
