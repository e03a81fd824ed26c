package cn.zhixin.verification;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of {@code messages.properties} (Chinese) and {@code messages_en.properties}, for
 * code that runs without Spring too.
 */
public final class Sentences {
  /** Never the system's language in place of the one asked for. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Sentences CHINESE = new Sentences(Language.CHINESE);
  private static final Sentences ENGLISH = new Sentences(Language.ENGLISH);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Sentences(Language language) {
    locale = language.locale();
    bundle = ResourceBundle.getBundle("messages", locale, NO_FALLBACK);
  }

  public static Sentences in(Language language) {
    return language == Language.ENGLISH ? ENGLISH : CHINESE;
  }

  /** The sentence with its {@code {0} {1} …} filled in; without arguments it is taken as it is. */
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** All keys of the language, for checks. */
  public List<String> keys() {
    return bundle.keySet().stream().sorted().toList();
  }
}
