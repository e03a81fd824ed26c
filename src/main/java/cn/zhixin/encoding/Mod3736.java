package cn.zhixin.encoding;

/**
 * The hybrid check character system MOD 37,36 of ISO/IEC 7064 over {@code 0-9A-Z}: finds every
 * single wrong character and nearly every transposition.
 */
public final class Mod3736 {
  private static final int M = 36;

  private Mod3736() {}

  /**
   * The character that makes {@code text} followed by it {@linkplain #isValid valid}.
   *
   * @param text {@code 0-9A-Z}, without separators
   * @throws IllegalArgumentException if another character occurs
   */
  public static char checkCharacter(CharSequence text) {
    int product = M;
    for (int i = 0; i < text.length(); i++) {
      int value = value(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("not 0-9A-Z at " + i);
      }
      product = next(product, value);
    }
    int check = (M + 1 - product) % M;
    return (char) (check < 10 ? '0' + check : 'A' + check - 10);
  }

  /** Whether the last character is the check character of those before it. */
  public static boolean isValid(CharSequence text) {
    int last = text.length() - 1;
    if (last < 1) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return checkCharacter(text.subSequence(0, last)) == text.charAt(last);
  }

  private static int next(int product, int value) {
    int sum = (product + value) % M;
    return 2 * (sum == 0 ? M : sum) % (M + 1);
  }

  private static int value(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
  }
}
