package cn.zhixin.certificate;

/**
 * A verification code 查验码: 15 random characters of Crockford's base 32 and one check character.
 *
 * @param value 16 characters of {@code 0-9 A-H J K M N P-T V-Z}, upper case, no separators
 */
public record VerificationCode(String value) {
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
