package cn.zhixin.verification.front;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines about requests, {@code logging.level.access=info}: method, path, status, milliseconds,
 * bytes. A path is told as the route that it fits. Of what stands in a route's place only four
 * characters of a code are told, anything else may be a name and is not; nothing of a query.
 */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("access");
  private static final int CODE = 16;
  private static final int SHOWN = 4;
  private static final String HIDDEN = "…";

  boolean isOn() {
    return LOG.isInfoEnabled();
  }

  void write(String method, String route, String address, int status, long nanos, long bytes) {
    LOG.info(
        "{} {} {} {} {}",
        // a client may make up a method, and write a name in it
        isKnown(method) ? method : "-",
        route.equals(Traffic.NO_ROUTE) ? "-" : path(route, address),
        status,
        TimeUnit.NANOSECONDS.toMicros(nanos) / 1e3,
        bytes);
  }

  private static boolean isKnown(String method) {
    return switch (method) {
      case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH" -> true;
      default -> false;
    };
  }

  static String path(String route, String address) {
    int query = address.indexOf('?');
    String[] written = (query < 0 ? address : address.substring(0, query)).split("/", -1);
    String[] parts = route.split("/", -1);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean literal = parts[i].indexOf('{') < 0 && parts[i].indexOf('*') < 0;
      path.append(i == 0 ? "" : "/")
          .append(literal ? parts[i] : masked(i < written.length ? written[i] : ""));
    }
    return path.toString();
  }

  private static String masked(String part) {
    String code = part.replace("-", "");
    return code.length() == CODE && code.chars().allMatch(AccessLog::isLetterOrDigit)
        ? code.substring(0, SHOWN) + HIDDEN
        : HIDDEN;
  }

  private static boolean isLetterOrDigit(int character) {
    return (character >= '0' && character <= '9')
        || (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z');
  }
}
