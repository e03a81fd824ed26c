package cn.zhixin.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** Dates as spreadsheets keep them: days since 30 December 1899. */
public final class ExcelDates {
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private ExcelDates() {}

  /** Whether a number format shows a year or a day, not counting what stands in quotes. */
  public static boolean isDateFormat(String format) {
    String shown = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
    return shown.contains("y") || shown.contains("d");
  }

  /** Whether it can be a day from 1927 to 2119 that lost its format. */
  public static boolean isPlausibleSerial(BigDecimal value) {
    return value.compareTo(BigDecimal.valueOf(10_000)) >= 0
        && value.compareTo(BigDecimal.valueOf(80_000)) < 0;
  }

  /** The day; a time of day is left out. */
  public static LocalDate day(BigDecimal serial) {
    return EPOCH.plusDays(serial.longValue());
  }
}
