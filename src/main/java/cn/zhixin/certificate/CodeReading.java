package cn.zhixin.certificate;

import java.text.Normalizer;
import java.util.Locale;

/** What a typed text says as a verification code. */
public sealed interface CodeReading {
  /** A code that may exist. */
  record Read(VerificationCode code) implements CodeReading {}

  /** The form of a code, but the check character does not fit: something was mistyped. */
  record Mistyped() implements CodeReading {}

  /**
   * Not the form of a code.
   *
   * @param fault what is wrong first
   */
  record Malformed(Fault fault) implements CodeReading {}

  /** Why a text cannot be a code. */
  enum Fault {
    TOO_SHORT,
    TOO_LONG,
    FOREIGN_CHARACTER
  }

  /** Longer input is refused unread. */
  int MAX_INPUT = 100;

  static CodeReading of(String text) {
    if (text.length() > MAX_INPUT) {
      return new Malformed(Fault.TOO_LONG);
    }
    if (CodeAlphabet.isCode(text)) {
      // as it stands in links, and as programs write it
      return new Read(new VerificationCode(text));
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder code = new StringBuilder(VerificationCode.LENGTH);
    for (int i = 0; i < plain.length(); i++) {
      char typed = plain.charAt(i);
      if (separates(typed)) {
        continue;
      }
      char meant = meant(typed);
      if (CodeAlphabet.value(meant) < 0) {
        return new Malformed(Fault.FOREIGN_CHARACTER);
      }
      code.append(meant);
    }
    return judge(code.toString());
  }

  private static CodeReading judge(String code) {
    if (code.length() != VerificationCode.LENGTH) {
      return new Malformed(
          code.length() < VerificationCode.LENGTH ? Fault.TOO_SHORT : Fault.TOO_LONG);
    }
    return CodeAlphabet.isRight(code) ? new Read(new VerificationCode(code)) : new Mistyped();
  }

  private static boolean separates(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.DASH_PUNCTUATION
        || character == '\u2212' // minus sign
        || character == '\u200B'; // zero-width space, as some chat programs paste it
  }

  private static char meant(char typed) {
    return switch (typed) {
      case 'O' -> '0';
      case 'I', 'L' -> '1';
      default -> typed;
    };
  }
}
