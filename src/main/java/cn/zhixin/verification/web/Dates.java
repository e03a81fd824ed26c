package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people read them, in China's time. */
public final class Dates {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final DateTimeFormatter date;
  private final DateTimeFormatter time;
  private final DateTimeFormatter minute;

  public Dates(Language language) {
    Sentences sentences = Sentences.in(language);
    Locale locale = language.locale();
    date = DateTimeFormatter.ofPattern(sentences.text("date.pattern"), locale);
    String pattern = sentences.text("time.pattern");
    time = DateTimeFormatter.ofPattern(pattern, locale).withZone(CHINA);
    minute = DateTimeFormatter.ofPattern(pattern.replace(":ss", ""), locale).withZone(CHINA);
  }

  /** {@code 2025年11月3日}. */
  public String date(LocalDate day) {
    return date.format(day);
  }

  public String date(Instant instant) {
    return date.format(LocalDate.ofInstant(instant, CHINA));
  }

  /** {@code 2026年11月23日 15:42}. */
  public String minute(Instant instant) {
    return minute.format(instant);
  }

  /** {@code 2026年11月23日 15:42:07}. */
  public String time(Instant instant) {
    return time.format(instant);
  }
}
