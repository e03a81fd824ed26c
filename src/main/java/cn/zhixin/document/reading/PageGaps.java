package cn.zhixin.document.reading;

/**
 * What a page has between characters and a value has not: lines are broken and numbers grouped for
 * the eye. White space, every separator of Unicode, and the hyphen.
 */
public final class PageGaps {
  /** Any gap or none, as a part of a regular expression. */
  public static final String PATTERN = "[\\s\\p{Z}-]*";

  private PageGaps() {}

  /** The text without its gaps. */
  public static String without(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isGap(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Whether the character is one of a gap. */
  public static boolean isGap(char c) {
    return Character.isSpaceChar(c) || c >= '\t' && c <= '\r' || c == '-';
  }
}
