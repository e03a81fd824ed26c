package cn.zhixin.verification.front;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines about requests, {@code logging.level.access=info}: method, path, status, milliseconds. Of
 * whatever could be a code only four characters are told, and nothing of a query.
 */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("access");
  private static final int LONGEST = 100;

  /** Any part of a path that is longer than twelve characters. */
  private static final Pattern LONG_PART = Pattern.compile("(/[^/]{4})[^/]{9,}");

  private static final Pattern STRANGE = Pattern.compile("[^!-~]");

  boolean isOn() {
    return LOG.isInfoEnabled();
  }

  void write(String method, String address, int status, long nanos) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String shown = LONG_PART.matcher(STRANGE.matcher(path).replaceAll("?")).replaceAll("$1…");
    LOG.info(
        "{} {} {} {}",
        method,
        shown.substring(0, Math.min(LONGEST, shown.length())),
        status,
        TimeUnit.NANOSECONDS.toMicros(nanos) / 1e3);
  }
}
