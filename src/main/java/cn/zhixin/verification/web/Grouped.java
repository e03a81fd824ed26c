package cn.zhixin.verification.web;

import java.util.List;

/** Numbers and codes in groups for the eye; the page sets them apart without a character. */
final class Grouped {
  private Grouped() {}

  /** Division, year, title, serial and check character of a number of the usual pattern. */
  static List<String> number(String number) {
    return number.length() == 21
        ? List.of(
            number.substring(0, 6),
            number.substring(6, 10),
            number.substring(10, 14),
            number.substring(14, 20),
            number.substring(20))
        : List.of(number);
  }

  static List<String> code(String code) {
    return List.of(
        code.substring(0, 4), code.substring(4, 8), code.substring(8, 12), code.substring(12));
  }
}
