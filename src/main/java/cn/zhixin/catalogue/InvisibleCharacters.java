package cn.zhixin.catalogue;

import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Characters that people cannot see or that no two computers show alike: the one list of them, for
 * what is registered, typed for others to read, or shown.
 */
public final class InvisibleCharacters {
  private InvisibleCharacters() {}

  /** The first of them in a text, as a code point. */
  public static OptionalInt first(String text) {
    return text.codePoints().filter(InvisibleCharacters::contain).findFirst();
  }

  /**
   * The first of them in a line that others are to read, or of the spaces that are not as wide as
   * they seem: of spaces, only those of the keyboard (U+0020, U+3000) may stand in it.
   */
  public static OptionalInt firstInLine(String text) {
    return text.codePoints().filter(c -> contain(c) || isOddSpace(c)).findFirst();
  }

  /** Whether the code point is one of them. */
  public static boolean contain(int codePoint) {
    return kind(codePoint) != null;
  }

  /** What kind of character it is; null for one that may stand in a text. */
  static @Nullable NameRefusal kind(int codePoint) {
    if (isBidiControl(codePoint)) {
      return NameRefusal.BIDI_CONTROL;
    }
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT -> NameRefusal.ZERO_WIDTH;
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          NameRefusal.CONTROL;
      case Character.PRIVATE_USE -> NameRefusal.PRIVATE_USE;
      case Character.SURROGATE -> NameRefusal.UNASSIGNED;
      case Character.UNASSIGNED -> unassigned(codePoint);
      default -> isBlankLooking(codePoint) ? NameRefusal.ZERO_WIDTH : null;
    };
  }

  private static @Nullable NameRefusal unassigned(int codePoint) {
    if (Ideographs.isRecent(codePoint)) {
      return null;
    }
    return Ideographs.isReserved(codePoint)
        ? NameRefusal.UNKNOWN_IDEOGRAPH
        : NameRefusal.UNASSIGNED;
  }

  /** The code point as Unicode writes it, such as {@code U+200B}. */
  public static String notation(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }

  private static boolean isOddSpace(int c) {
    return Character.getType(c) == Character.SPACE_SEPARATOR && c != ' ' && c != 0x3000;
  }

  private static boolean isBidiControl(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069;
  }

  /** Letters and marks by category, yet drawn as nothing: fillers and variation selectors. */
  private static boolean isBlankLooking(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || c == 0x2800
        || c == 0x3164
        || c == 0xFFA0
        || c >= 0x180B && c <= 0x180F
        || c >= 0xFE00 && c <= 0xFE0F
        || c >= 0xE0100 && c <= 0xE01EF;
  }
}
