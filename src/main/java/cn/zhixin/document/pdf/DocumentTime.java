package cn.zhixin.document.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** An instant as XMP and PDF write it, in China Standard Time, to the second. */
final class DocumentTime {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final byte[] iso = ascii("0000-00-00T00:00:00+08:00");
  private final byte[] pdf = ascii("D:00000000000000+08'00'");

  /** Sets the instant; its year has four digits. */
  void set(Instant instant) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, CHINA);
    write(iso, 0, time.getYear(), 4);
    write(iso, 5, time.getMonthValue(), 2);
    write(iso, 8, time.getDayOfMonth(), 2);
    write(iso, 11, time.getHour(), 2);
    write(iso, 14, time.getMinute(), 2);
    write(iso, 17, time.getSecond(), 2);
    System.arraycopy(iso, 0, pdf, 2, 4);
    for (int i = 0; i < 5; i++) {
      System.arraycopy(iso, 5 + 3 * i, pdf, 6 + 2 * i, 2);
    }
  }

  /** As {@code 2026-11-23T12:00:00+08:00}. */
  byte[] iso() {
    return iso;
  }

  /** As {@code D:20261123120000+08'00'} (ISO 32000-1 §7.9.4). */
  byte[] pdf() {
    return pdf;
  }

  private static void write(byte[] out, int at, int value, int width) {
    int rest = value;
    for (int i = at + width - 1; i >= at; i--) {
      out[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
