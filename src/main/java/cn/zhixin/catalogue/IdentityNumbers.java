package cn.zhixin.catalogue;

import static cn.zhixin.catalogue.IdentityDocumentKind.FOREIGN_PERMANENT_RESIDENT_CARD;
import static cn.zhixin.catalogue.IdentityDocumentKind.HONG_KONG_MACAO_RESIDENCE_PERMIT;
import static cn.zhixin.catalogue.IdentityDocumentKind.HONG_KONG_MACAO_TRAVEL_PERMIT;
import static cn.zhixin.catalogue.IdentityDocumentKind.RESIDENT_IDENTITY_CARD;
import static cn.zhixin.catalogue.IdentityDocumentKind.TAIWAN_RESIDENCE_PERMIT;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks numbers of identity documents as people type them. */
public final class IdentityNumbers {
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.][0-9]+)?E[+]?[0-9]+");
  private static final Pattern NOT_ALLOWED = Pattern.compile("[^0-9A-Z()（）\\-\\p{IsHan}]");

  private IdentityNumbers() {}

  /**
   * Checks a number of a known kind. Spaces are left out, full-width digits and letters become
   * ASCII and letters upper case before.
   *
   * @param today birth dates may not lie after it
   */
  public static IdentityCheck check(IdentityDocumentKind kind, String typed, LocalDate today) {
    String number = normalise(typed);
    Optional<IdentityCheck.Refused> fault = generalFault(number);
    if (fault.isPresent()) {
      return fault.get();
    }
    return switch (kind) {
      case RESIDENT_IDENTITY_CARD, HONG_KONG_MACAO_RESIDENCE_PERMIT, TAIWAN_RESIDENCE_PERMIT ->
          checkResident(kind, number, today);
      case FOREIGN_PERMANENT_RESIDENT_CARD -> ForeignResidentNumber.check(number, today);
      case HONG_KONG_MACAO_TRAVEL_PERMIT -> form(kind, number, "[HM]([0-9]{8}|[0-9]{10})");
      case TAIWAN_TRAVEL_PERMIT -> form(kind, number, "[0-9]{8}|[0-9]{10}[A-Z]?");
      case PASSPORT -> form(kind, number, "(?=.*[0-9])[0-9A-Z]{5,17}");
      case OFFICER_CARD -> form(kind, number, "\\p{IsHan}{0,4}字?第?[0-9A-Z]{4,12}号?");
      case OVERSEAS_TALENT_RESIDENCE_PERMIT ->
          form(kind, number, "(?=.*[0-9])[0-9A-Z\\-\\p{IsHan}]{5,24}");
    };
  }

  /** Checks a number whose kind is not told; refuses where several kinds have such numbers. */
  public static IdentityCheck check(String typed, LocalDate today) {
    String number = normalise(typed);
    Optional<IdentityCheck.Refused> fault = generalFault(number);
    if (fault.isPresent()) {
      return fault.get();
    }
    if (ResidentNumber.hasForm(number)) {
      return check(kindByRegion(number), number, today);
    }
    if (number.matches("[A-Z]{3}[0-9]{12}")) {
      return check(FOREIGN_PERMANENT_RESIDENT_CARD, number, today);
    }
    if (number.matches("[HM]([0-9]{8}|[0-9]{10})")) {
      return check(HONG_KONG_MACAO_TRAVEL_PERMIT, number, today);
    }
    if (number.matches("[0-9]{12,}X?")) {
      return wrongLength(number);
    }
    return new IdentityCheck.Refused(IdentityRefusal.UNCLEAR_KIND);
  }

  private static IdentityCheck checkResident(
      IdentityDocumentKind kind, String number, LocalDate today) {
    if (number.length() != 18) {
      return wrongLength(number);
    }
    if (!ResidentNumber.hasForm(number)) {
      return new IdentityCheck.Refused(IdentityRefusal.WRONG_FORM);
    }
    IdentityDocumentKind told = kindByRegion(number);
    if (told == RESIDENT_IDENTITY_CARD && !ResidentNumber.hasKnownProvince(number)) {
      return new IdentityCheck.Refused(IdentityRefusal.UNKNOWN_REGION);
    }
    // the more telling reason first: a birth date that cannot be is seen at a glance
    Optional<LocalDate> birthDate = ResidentNumber.birthDate(number, 6, today);
    if (birthDate.isEmpty()) {
      return new IdentityCheck.Refused(IdentityRefusal.IMPOSSIBLE_BIRTH_DATE);
    }
    if (!ResidentNumber.hasRightCheck(number)) {
      return new IdentityCheck.Refused(IdentityRefusal.WRONG_CHECK_DIGIT);
    }
    if (told != kind) {
      return new IdentityCheck.Refused(
          IdentityRefusal.OTHER_KIND, new Bilingual(told.chinese(), told.english()));
    }
    return new IdentityCheck.Accepted(
        new IdentityDocument(kind, number), birthDate.get(), ResidentNumber.sex(number));
  }

  /** Which of the kinds with 18 characters has numbers that begin like this. */
  private static IdentityDocumentKind kindByRegion(String number) {
    if (number.startsWith("9")) {
      return FOREIGN_PERMANENT_RESIDENT_CARD;
    }
    return switch (number.substring(0, 6)) {
      case "810000", "820000" -> HONG_KONG_MACAO_RESIDENCE_PERMIT;
      case "830000" -> TAIWAN_RESIDENCE_PERMIT;
      default -> RESIDENT_IDENTITY_CARD;
    };
  }

  private static IdentityCheck form(IdentityDocumentKind kind, String number, String form) {
    return number.matches(form)
        ? new IdentityCheck.Accepted(new IdentityDocument(kind, number), null, null)
        : new IdentityCheck.Refused(IdentityRefusal.WRONG_FORM);
  }

  private static Optional<IdentityCheck.Refused> generalFault(String number) {
    if (number.isEmpty() || Placeholder.is(number)) {
      return Optional.of(new IdentityCheck.Refused(IdentityRefusal.MISSING));
    }
    if (SCIENTIFIC.matcher(number).matches()) {
      return Optional.of(new IdentityCheck.Refused(IdentityRefusal.PRECISION_LOST));
    }
    Matcher strange = NOT_ALLOWED.matcher(number);
    if (strange.find()) {
      return Optional.of(
          new IdentityCheck.Refused(
              IdentityRefusal.WRONG_CHARACTER,
              InvisibleCharacters.notation(strange.group().codePointAt(0))));
    }
    return Optional.empty();
  }

  static IdentityCheck.Refused wrongLength(String number) {
    return new IdentityCheck.Refused(
        IdentityRefusal.WRONG_LENGTH, String.valueOf(number.codePointCount(0, number.length())));
  }

  /** A leading apostrophe is how people tell a spreadsheet that digits are text. */
  private static String normalise(String typed) {
    String folded = CatalogueName.fold(typed);
    return (folded.startsWith("'") ? folded.substring(1) : folded).toUpperCase(Locale.ROOT);
  }
}
