package cn.zhixin.encoding;

import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;

/**
 * A sentence of a command with its values. A number is written as it is, without grouping, so that
 * it can be copied; only a {@code choice}, by which English tells one from many, sees it as a
 * number.
 */
public final class FilledSentence {
  private FilledSentence() {}

  /**
   * @param pattern as {@link MessageFormat} has it; within a choice a number is {@code
   *     {0,number,0}}
   */
  public static String of(String pattern, Locale locale, Object... values) {
    MessageFormat sentence = new MessageFormat(pattern, locale);
    Format[] formats = sentence.getFormatsByArgumentIndex();
    Object[] filled = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      boolean chosen = i < formats.length && formats[i] instanceof ChoiceFormat;
      filled[i] = chosen ? values[i] : String.valueOf(values[i]);
    }
    return sentence.format(filled);
  }
}
