package cn.zhixin.certificate;

import java.time.LocalDate;

/**
 * What the signed credential in a QR symbol says: a subset of the certificate, with codes for what
 * the catalogue knows and no identity number.
 *
 * @param holderName 1 to 200 characters
 * @param titleCode four digits as a number; series and level follow from it
 * @param levelCode {@link cn.zhixin.catalogue.Level#code()}
 * @param issuer {@link cn.zhixin.catalogue.Issuer#number()}
 * @param specialty at most 200 characters
 * @param committee {@link cn.zhixin.catalogue.Committee#number()}
 */
public record CredentialClaims(
    CertificateNumber number,
    String holderName,
    int titleCode,
    int levelCode,
    String specialty,
    int committee,
    int issuer,
    LocalDate acquiredOn,
    LocalDate issuedOn) {
  static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final int MAX_TEXT = 200;

  public CredentialClaims {
    require(
        !holderName.isBlank() && holderName.length() <= MAX_TEXT, "1 to 200 characters of name");
    require(titleCode >= 0 && titleCode <= 9999, "a title code of four digits");
    require(levelCode >= 1 && levelCode <= 9, "a level code of 1 to 9");
    require(specialty.length() <= MAX_TEXT, "at most 200 characters of specialty");
    require(committee >= 1 && issuer >= 1, "committee and issuer numbers from 1");
    requireDay(acquiredOn);
    requireDay(issuedOn);
  }

  static CredentialClaims of(CertificateNumber number, TitleResult result, LocalDate issuedOn) {
    return new CredentialClaims(
        number,
        result.name().value(),
        Integer.parseInt(result.title().code()),
        result.title().level().code(),
        result.specialty(),
        result.committee().number(),
        result.committee().issuer().number(),
        result.acquiredOn(),
        issuedOn);
  }

  private static void requireDay(LocalDate day) {
    require(!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY), "days of the years 1900 to 9999");
  }

  private static void require(boolean condition, String expected) {
    if (!condition) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }

  /** The number only: the name is personal data. */
  @Override
  public String toString() {
    return "claims of " + number;
  }
}
