package cn.zhixin.verification;

import java.util.OptionalInt;

/** Tells what people typed for others to read from what prints nothing or something else. */
public final class PrintableText {
  private PrintableText() {}

  /**
   * The first character that prints nothing, breaks the line or turns the direction of writing.
   *
   * @return a code point
   */
  public static OptionalInt firstOther(String text) {
    return text.codePoints().filter(PrintableText::unprintable).findFirst();
  }

  private static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> codePoint != ' ' && codePoint != '\u3000';
      default -> false;
    };
  }
}
