package cn.zhixin.verification;

import java.util.Locale;
import java.util.Optional;

/** The languages that answers and pages exist in. */
public enum Language {
  CHINESE("zh-CN"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The language that a tag names (BCP 47), if it exists here. */
  public static Optional<Language> named(String tag) {
    return switch (Locale.forLanguageTag(tag).getLanguage()) {
      case "zh" -> Optional.of(CHINESE);
      case "en" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }
}
