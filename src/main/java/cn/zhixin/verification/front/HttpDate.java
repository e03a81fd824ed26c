package cn.zhixin.verification.front;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The value of {@code Date} (RFC 9110 §5.6.7), made once a second. */
final class HttpDate {
  private static final long SECOND = 1_000;
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static volatile HttpDate last = new HttpDate(System.nanoTime());

  /** Of the monotonic clock: when the wall clock's second is over. */
  private final long until;

  private final String text;
  private final byte[] bytes;

  private HttpDate(long now) {
    long millis = System.currentTimeMillis();
    this.until = now + TimeUnit.MILLISECONDS.toNanos(SECOND - millis % SECOND);
    this.text = FORMAT.format(Instant.ofEpochMilli(millis));
    this.bytes = text.getBytes(StandardCharsets.US_ASCII);
  }

  static String now() {
    return at(System.nanoTime()).text;
  }

  /**
   * ASCII; not to be changed.
   *
   * @param now of {@link System#nanoTime}, read not long ago: the wall clock takes as long to read
   */
  static byte[] bytesAt(long now) {
    return at(now).bytes;
  }

  private static HttpDate at(long now) {
    HttpDate date = last;
    if (now - date.until >= 0) {
      date = new HttpDate(now);
      last = date;
    }
    return date;
  }
}
