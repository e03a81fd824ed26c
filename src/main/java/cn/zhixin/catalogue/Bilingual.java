package cn.zhixin.catalogue;

/** The same sentence in Chinese and in English. */
public record Bilingual(String chinese, String english) {
  /** Puts values in place of {@code %s}. */
  public Bilingual with(Object... values) {
    return new Bilingual(String.format(chinese, values), String.format(english, values));
  }
}
