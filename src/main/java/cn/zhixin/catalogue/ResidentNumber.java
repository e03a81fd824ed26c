package cn.zhixin.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of an 18-character number after GB 11643: region 6, birth date 8, sequence 3, check.
 */
final class ResidentNumber {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** First two digits of GB/T 2260 for provinces, autonomous regions and municipalities. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71");

  private ResidentNumber() {}

  static boolean hasForm(String number) {
    return number.matches("[0-9]{17}[0-9X]");
  }

  /** ISO 7064 MOD 11-2: finds every wrong digit and every exchange of two neighbours. */
  static boolean hasRightCheck(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return number.charAt(17) == CHECKS.charAt(sum % 11);
  }

  static boolean hasKnownProvince(String number) {
    return PROVINCES.contains(number.substring(0, 2));
  }

  /** The birth date from an offset on, if there is such a day, from 1900 until today. */
  static Optional<LocalDate> birthDate(String number, int offset, LocalDate today) {
    int digits = Integer.parseInt(number, offset, offset + 8, 10);
    try {
      LocalDate date = LocalDate.of(digits / 10000, digits / 100 % 100, digits % 100);
      return date.isBefore(EARLIEST) || date.isAfter(today) ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Odd for men. */
  static Sex sex(String number) {
    return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }
}
