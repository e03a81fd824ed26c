package cn.zhixin.verification.panel;

import cn.zhixin.catalogue.InvisibleCharacters;
import java.util.OptionalInt;

/** What a holder typed for others to read: one line of printable text, or why it is none. */
public sealed interface LineReading {
  /** Code points. */
  int LONGEST = 60;

  /** As typed but for spaces at its ends; may be empty. */
  record Line(String text) implements LineReading {}

  /** More than {@value #LONGEST} characters. */
  record TooLong() implements LineReading {}

  /**
   * A character that prints nothing, breaks the line or turns the direction of writing.
   *
   * @param codePoint the first of them
   */
  record Unprintable(int codePoint) implements LineReading {
    /** {@code U+202E}. */
    public String name() {
      return InvisibleCharacters.notation(codePoint);
    }
  }

  static LineReading of(String typed) {
    String text = typed.strip();
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return new TooLong();
    }
    OptionalInt wrong = InvisibleCharacters.firstInLine(text);
    return wrong.isPresent() ? new Unprintable(wrong.getAsInt()) : new Line(text);
  }
}
