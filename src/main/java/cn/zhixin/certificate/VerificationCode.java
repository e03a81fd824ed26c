package cn.zhixin.certificate;

import java.security.SecureRandom;

/**
 * A verification code 查验码: 15 random characters of Crockford's base 32 and one check character.
 *
 * @param value 16 characters of {@code 0-9 A-H J K M N P-T V-Z}, upper case, no separators
 */
public record VerificationCode(String value) {
  /** Characters of a code, the check character included. */
  public static final int LENGTH = 16;

  public VerificationCode {
    if (!CodeAlphabet.isCode(value)) {
      throw wrong(value);
    }
  }

  private static IllegalArgumentException wrong(String value) {
    if (value.length() != LENGTH) {
      return new IllegalArgumentException(
          "a verification code has 16 characters, not " + value.length());
    }
    for (int i = 0; i < LENGTH; i++) {
      if (CodeAlphabet.value(value.charAt(i)) < 0) {
        return new IllegalArgumentException(
            "character " + (i + 1) + " is not one of a verification code");
      }
    }
    return new IllegalArgumentException("the check character does not fit the other 15");
  }

  /** A new code of 75 random bits. */
  public static VerificationCode generate(SecureRandom random) {
    byte[] bytes = new byte[LENGTH - 1];
    random.nextBytes(bytes);
    StringBuilder code = new StringBuilder(LENGTH);
    for (byte drawn : bytes) {
      // 32 divides 256: every character is equally likely
      code.append(CodeAlphabet.character(drawn & (CodeAlphabet.SIZE - 1)));
    }
    return new VerificationCode(code.append(CodeAlphabet.check(code)).toString());
  }

  /**
   * What a person typed or pasted: any case, with or without hyphens and spaces, full-width
   * characters, O for 0 and I or L for 1.
   */
  public static CodeReading parse(String text) {
    return CodeReading.of(text);
  }

  /** Four groups of four for people, {@code 7K3M-9QPX-2RTV-4WZC}. */
  public String grouped() {
    return String.join(
        "-",
        value.substring(0, 4),
        value.substring(4, 8),
        value.substring(8, 12),
        value.substring(12, 16));
  }

  @Override
  public String toString() {
    return value;
  }
}
