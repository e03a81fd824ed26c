package cn.zhixin.verification.front;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes off the headers that are meant for one connection only (RFC 9110 §7.6.1). */
final class Hops {
  private static final List<AsciiString> ALWAYS =
      List.of(
          HttpHeaderNames.CONNECTION,
          AsciiString.cached("keep-alive"),
          AsciiString.cached("proxy-connection"),
          HttpHeaderNames.PROXY_AUTHENTICATE,
          HttpHeaderNames.PROXY_AUTHORIZATION,
          HttpHeaderNames.TE,
          HttpHeaderNames.TRAILER,
          HttpHeaderNames.UPGRADE,
          AsciiString.cached("http2-settings"));

  /** What frames or addresses a message goes on, whatever {@code Connection} says of it. */
  private static final Set<String> NEVER = Set.of("content-length", "transfer-encoding", "host");

  private Hops() {}

  static void strip(HttpHeaders headers) {
    for (String value : headers.getAll(HttpHeaderNames.CONNECTION)) {
      for (String option : value.split(",", -1)) {
        String name = option.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !NEVER.contains(name)) {
          headers.remove(name);
        }
      }
    }
    ALWAYS.forEach(headers::remove);
  }
}
