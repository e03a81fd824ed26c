package cn.zhixin.certificate;

/**
 * A certificate number 证书编号, without the spaces it is printed with.
 *
 * @param value digits and capital letters, unique in the registry, never reused
 */
public record CertificateNumber(String value) {
  @Override
  public String toString() {
    return value;
  }
}
