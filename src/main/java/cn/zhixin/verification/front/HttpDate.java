package cn.zhixin.verification.front;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of {@code Date} (RFC 9110 §5.6.7), made once a second. */
final class HttpDate {
  /** Of every value. */
  static final int LENGTH = 29;

  private static final long SECOND = 1_000;
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static volatile HttpDate last = new HttpDate(0);

  private final long second;
  private final String text;
  private final byte[] bytes;

  private HttpDate(long second) {
    this.second = second;
    this.text = FORMAT.format(Instant.ofEpochSecond(second));
    this.bytes = text.getBytes(StandardCharsets.US_ASCII);
  }

  static String now() {
    return current().text;
  }

  /** ASCII; not to be changed. */
  static byte[] bytesNow() {
    return current().bytes;
  }

  private static HttpDate current() {
    long now = System.currentTimeMillis() / SECOND;
    HttpDate date = last;
    if (date.second != now) {
      date = new HttpDate(now);
      last = date;
    }
    return date;
  }
}
