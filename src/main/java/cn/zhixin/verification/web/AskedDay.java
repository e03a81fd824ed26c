package cn.zhixin.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** For which day somebody wants to know a certificate's state: the parameter {@code on}. */
sealed interface AskedDay {
  String PARAMETER = "on";

  /** {@code 2025-03-31}, also {@code 2025/3/31}, {@code 2025年3月31日}, {@code 20250331}. */
  Pattern FORM = Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d\\d)(\\d\\d))");

  int LONGEST = 20;
  int FIRST_YEAR = 1900;

  /** Nobody asked for a day. */
  record None() implements AskedDay {}

  record Day(LocalDate day) implements AskedDay {}

  /** Not a day of the calendar from 1900 on. */
  record Malformed() implements AskedDay {}

  /** As a form sends it: whoever leaves the field empty asks for no day. */
  static AskedDay of(HttpServletRequest request) {
    String[] typed = request.getParameterValues(PARAMETER);
    return typed != null && typed.length > 1
        ? new Malformed()
        : read(typed == null ? null : typed[0]);
  }

  /**
   * As a program sends it: what it left empty is a mistake, and an answer of today would hide it.
   */
  static AskedDay stated(HttpServletRequest request) {
    AskedDay asked = of(request);
    return asked instanceof None && request.getParameter(PARAMETER) != null
        ? new Malformed()
        : asked;
  }

  static AskedDay read(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return new None();
    }
    if (typed.length() > LONGEST) {
      return new Malformed();
    }
    Matcher form = FORM.matcher(Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC));
    if (!form.matches()) {
      return new Malformed();
    }
    boolean separated = form.group(2) != null;
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(form.group(1)),
              Integer.parseInt(form.group(separated ? 2 : 4)),
              Integer.parseInt(form.group(separated ? 3 : 5)));
      return day.getYear() < FIRST_YEAR ? new Malformed() : new Day(day);
    } catch (DateTimeException e) {
      return new Malformed();
    }
  }
}
