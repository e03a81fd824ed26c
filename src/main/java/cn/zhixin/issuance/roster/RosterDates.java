package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.Cell;
import cn.zhixin.sheet.ExcelDates;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day that a cell means, from an Excel date or from what people write. */
final class RosterDates {
  private static final Pattern FULL =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(\\d{1,2}:\\d{2}(:\\d{2}(\\.0+)?)?)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("\\d{4}([-/.年]\\d{1,2}月?|年?|\\d{2})");
  private static final LocalDate EARLIEST = LocalDate.of(1949, 1, 1);

  private RosterDates() {}

  /** What a cell came to. */
  sealed interface Reading {
    record Day(LocalDate date) implements Reading {}

    record Wrong(RosterReason reason) implements Reading {}
  }

  /** Reads a day from 1949 until today. */
  static Reading read(Cell cell, LocalDate today) {
    Reading reading =
        cell instanceof Cell.Number number ? ofNumber(number) : ofText(cell.text().strip());
    if (reading instanceof Reading.Day day) {
      if (day.date().isAfter(today)) {
        return new Reading.Wrong(RosterReason.FUTURE_DATE);
      }
      if (day.date().isBefore(EARLIEST)) {
        return new Reading.Wrong(RosterReason.DATE_TOO_EARLY);
      }
    }
    return reading;
  }

  private static Reading ofNumber(Cell.Number number) {
    BigDecimal value = number.value();
    boolean isDate = number.format() != null && ExcelDates.isDateFormat(number.format());
    boolean isWhole = value.stripTrailingZeros().scale() <= 0;
    return ExcelDates.isPlausibleSerial(value) && (isDate || isWhole)
        ? new Reading.Day(ExcelDates.day(value))
        : ofText(number.text());
  }

  private static Reading ofText(String typed) {
    String text = asciiDigits(typed).replaceAll("[\\s\\p{Z}]", "");
    for (Pattern pattern : new Pattern[] {FULL, DIGITS}) {
      Matcher date = pattern.matcher(text);
      if (date.matches()) {
        return day(date);
      }
    }
    return new Reading.Wrong(
        MONTH.matcher(text).matches()
            ? RosterReason.DATE_WITHOUT_DAY
            : RosterReason.UNREADABLE_DATE);
  }

  private static Reading day(Matcher date) {
    try {
      return new Reading.Day(
          LocalDate.of(
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(2)),
              Integer.parseInt(date.group(3))));
    } catch (DateTimeException e) {
      return new Reading.Wrong(RosterReason.IMPOSSIBLE_DATE);
    }
  }

  private static String asciiDigits(String text) {
    StringBuilder ascii = new StringBuilder();
    for (char c : text.toCharArray()) {
      ascii.append(c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c);
    }
    return ascii.toString();
  }
}
