package cn.zhixin.certificate;

/**
 * A certificate number 证书编号, without the spaces it is printed with.
 *
 * @param value 4 to 40 digits and capital letters, unique in the registry, never reused
 */
public record CertificateNumber(String value) {
  private static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 40;

  public CertificateNumber {
    if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a certificate number has 4 to 40 characters, not " + value.length());
    }
    if (!value.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException(
          "a certificate number consists of digits and capital letters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
