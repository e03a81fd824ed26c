package cn.zhixin.catalogue;

import java.util.regex.Pattern;

/** The marks by which people say that a cell has nothing to hold: dashes and slashes alone. */
public final class Placeholder {
  /** Hyphens, dashes, minus signs and slashes of any width, such as {@code -} and {@code ——}. */
  private static final Pattern MARKS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\u2212/／\\\\＼]*");

  private Placeholder() {}

  /** Whether a text is such a mark. A blank one is not: it says nothing by itself. */
  public static boolean is(String text) {
    return !text.isBlank() && MARKS.matcher(text).matches();
  }
}
