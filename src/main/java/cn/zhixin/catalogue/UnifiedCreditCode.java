package cn.zhixin.catalogue;

/**
 * A unified social credit code 统一社会信用代码 (GB 32100).
 *
 * @param value 18 characters of {@code 0-9 A-H J-N P Q R T U W X Y}, the last one a check character
 */
public record UnifiedCreditCode(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** What a check of a code found. */
  public enum Check {
    RIGHT,
    WRONG_LENGTH,
    /** Holds a character that the alphabet leaves out, such as I, O, S, V or Z. */
    WRONG_CHARACTER,
    WRONG_CHECK_CHARACTER
  }

  public UnifiedCreditCode {
    Check check = check(value);
    if (check != Check.RIGHT) {
      throw new IllegalArgumentException("unified credit code: " + check);
    }
  }

  /** Checks length, alphabet and check character: the sum of value × 3^i mod 31 comes out at 0. */
  public static Check check(String code) {
    if (code.length() != 18) {
      return Check.WRONG_LENGTH;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int digit = ALPHABET.indexOf(code.charAt(i));
      if (digit < 0) {
        return Check.WRONG_CHARACTER;
      }
      sum += digit * weight;
      weight = weight * 3 % 31;
    }
    int last = ALPHABET.indexOf(code.charAt(17));
    if (last < 0) {
      return Check.WRONG_CHARACTER;
    }
    return last == (31 - sum % 31) % 31 ? Check.RIGHT : Check.WRONG_CHECK_CHARACTER;
  }
}
