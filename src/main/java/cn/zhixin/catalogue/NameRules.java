package cn.zhixin.catalogue;

import java.lang.Character.UnicodeBlock;
import org.jspecify.annotations.Nullable;

/** The rules a name stands under, apart from {@link PersonName} that holds one. */
final class NameRules {
  private static final int DOT = 0xB7;
  private static final int LONGEST_CHINESE = 15;
  private static final int LONGEST_WITH_DOT = 40;
  private static final int LONGEST_LATIN = 60;

  private NameRules() {}

  static String normalise(String typed) {
    StringBuilder name = new StringBuilder(typed.length());
    int[] points = typed.strip().codePoints().map(NameRules::normalise).toArray();
    for (int i = 0; i < points.length; i++) {
      if (points[i] != ' ') {
        name.appendCodePoint(points[i]);
      } else if (name.length() > 0 && !joins(name.codePointBefore(name.length()))) {
        int next = nextVisible(points, i);
        if (next >= 0 && !joins(points[next]) && points[i - 1] != ' ') {
          name.append(' ');
        }
      }
    }
    return name.toString().strip();
  }

  /** With full-width letters, apostrophes, commas and hyphens as the half-width ones they show. */
  static String halfWidth(String name) {
    StringBuilder half = new StringBuilder(name.length());
    name.codePoints().map(NameRules::halfWidth).forEach(half::appendCodePoint);
    return half.toString();
  }

  /** Unicode block FF00 to FFEF; its full stop is a middle dot to those who type it. */
  private static int halfWidth(int c) {
    boolean wide =
        c >= 0xFF21 && c <= 0xFF3A
            || c >= 0xFF41 && c <= 0xFF5A
            || c == 0xFF07
            || c == 0xFF0C
            || c == 0xFF0D;
    return wide ? c - 0xFEE0 : c;
  }

  private static int normalise(int c) {
    return switch (c) {
      case 0x2022, 0x30FB, 0xFF0E, 0x2027 -> DOT;
      case 0x3000, 0xA0 -> ' ';
      default -> c;
    };
  }

  /** No space stands beside an ideograph or the dot: committees type them to align names. */
  private static boolean joins(int c) {
    return c == DOT || Ideographs.contains(c);
  }

  private static int nextVisible(int[] points, int from) {
    for (int i = from; i < points.length; i++) {
      if (points[i] != ' ') {
        return i;
      }
    }
    return -1;
  }

  static NameCheck.@Nullable Refused firstFault(String name) {
    if (name.isBlank()) {
      return new NameCheck.Refused(NameRefusal.MISSING, "");
    }
    if (Placeholder.is(name)) {
      return new NameCheck.Refused(NameRefusal.PLACEHOLDER, name);
    }
    int first = name.codePointAt(0);
    if ("=+-@".indexOf(first) >= 0) {
      return new NameCheck.Refused(NameRefusal.FORMULA, Character.toString(first));
    }
    boolean chinese = false;
    int letter = 0;
    int punctuation = 0;
    int wide = 0;
    for (int typed : name.codePoints().toArray()) {
      int c = halfWidth(typed);
      NameRefusal refusal = kind(c);
      if (refusal != null) {
        return refused(refusal, c);
      }
      chinese |= Ideographs.contains(c);
      letter = letter == 0 && isLatin(c) ? typed : letter;
      punctuation = punctuation == 0 && isLatinPunctuation(c) ? typed : punctuation;
      wide = wide == 0 && typed != c ? typed : wide;
    }
    if (punctuation != 0 && letter == 0) {
      return refused(NameRefusal.OTHER_CHARACTER, punctuation);
    }
    if (chinese && letter != 0) {
      return refused(NameRefusal.MIXED_SCRIPTS, letter);
    }
    if (wide != 0) {
      return new NameCheck.Refused(
          NameRefusal.FULL_WIDTH,
          InvisibleCharacters.notation(wide),
          Character.toString(halfWidth(wide)));
    }
    return faultAsWhole(name, chinese);
  }

  private static NameCheck.@Nullable Refused faultAsWhole(String name, boolean chinese) {
    if (name.startsWith("·") || name.endsWith("·") || name.contains("··")) {
      return new NameCheck.Refused(NameRefusal.MISPLACED_DOT, "");
    }
    int length = name.codePointCount(0, name.length());
    int longest =
        chinese ? (name.contains("·") ? LONGEST_WITH_DOT : LONGEST_CHINESE) : LONGEST_LATIN;
    if (length < 2) {
      return new NameCheck.Refused(NameRefusal.TOO_SHORT, "");
    }
    return length > longest ? new NameCheck.Refused(NameRefusal.TOO_LONG, "") : null;
  }

  private static @Nullable NameRefusal kind(int c) {
    if (Ideographs.contains(c) || isLatin(c) || c == DOT || isLatinPunctuation(c)) {
      return null;
    }
    NameRefusal invisible = InvisibleCharacters.kind(c);
    if (invisible != null) {
      return invisible;
    }
    if (Ideographs.isRadical(c)) {
      return NameRefusal.RADICAL;
    }
    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      return NameRefusal.DIGIT;
    }
    return Character.getType(c) == Character.OTHER_SYMBOL || isSkinTone(c)
        ? NameRefusal.EMOJI
        : NameRefusal.OTHER_CHARACTER;
  }

  private static boolean isSkinTone(int c) {
    return UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS.equals(UnicodeBlock.of(c));
  }

  /** Letters of names in Latin script with their accents; full-width ones are none. */
  private static boolean isLatin(int c) {
    return Character.isLetter(c)
        && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
        && c < 0x2000
        && c != 0xAA
        && c != 0xBA;
  }

  private static boolean isLatinPunctuation(int c) {
    return c == ' ' || c == '-' || c == '\'' || c == 0x2019 || c == '.' || c == ',';
  }

  private static NameCheck.Refused refused(NameRefusal reason, int c) {
    return new NameCheck.Refused(reason, InvisibleCharacters.notation(c));
  }
}
