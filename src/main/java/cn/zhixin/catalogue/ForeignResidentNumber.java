package cn.zhixin.catalogue;

import static cn.zhixin.catalogue.IdentityDocumentKind.FOREIGN_PERMANENT_RESIDENT_CARD;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the foreign permanent resident card: until 2023 three letters and 12 digits, since
 * then 18 digits (9, region 2, country 3, birth date 8, sequence 3, check as in GB 11643). The sex
 * is not read from it.
 */
final class ForeignResidentNumber {
  private ForeignResidentNumber() {}

  static IdentityCheck check(String number, LocalDate today) {
    if (number.length() == 15) {
      return number.matches("[A-Z]{3}[0-9]{12}")
          ? accepted(number, null)
          : new IdentityCheck.Refused(IdentityRefusal.WRONG_FORM);
    }
    if (number.length() != 18) {
      return IdentityNumbers.wrongLength(number);
    }
    if (!ResidentNumber.hasForm(number) || number.charAt(0) != '9') {
      return new IdentityCheck.Refused(IdentityRefusal.WRONG_FORM);
    }
    if (!ResidentNumber.hasKnownProvince(number.substring(1))) {
      return new IdentityCheck.Refused(IdentityRefusal.UNKNOWN_REGION);
    }
    if (!ResidentNumber.hasRightCheck(number)) {
      return new IdentityCheck.Refused(IdentityRefusal.WRONG_CHECK_DIGIT);
    }
    Optional<LocalDate> birthDate = ResidentNumber.birthDate(number, 6, today);
    return birthDate.isPresent()
        ? accepted(number, birthDate.get())
        : new IdentityCheck.Refused(IdentityRefusal.IMPOSSIBLE_BIRTH_DATE);
  }

  private static IdentityCheck accepted(String number, @Nullable LocalDate birthDate) {
    return new IdentityCheck.Accepted(
        new IdentityDocument(FOREIGN_PERMANENT_RESIDENT_CARD, number), birthDate, null);
  }
}
