package cn.zhixin.verification.front;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads request targets (RFC 9112 §3.2), which are paths or, to a proxy, whole addresses. */
final class Target {
  private static final String SCHEME_ENDS = "://";

  /** As much of a line that could not be read as tells where it was meant to go. */
  private static final int BEGINNING = 512;

  private Target() {}

  /** Path and query, whether or not a scheme and a host stand before them. */
  static String path(String target) {
    int authority = authorityAt(target);
    if (authority < 0) {
      return target;
    }
    int slash = target.indexOf('/', authority);
    return slash < 0 ? "/" : target.substring(slash);
  }

  /** Host and port of a whole address; null of any other target. */
  static @Nullable String authority(String target) {
    int authority = authorityAt(target);
    if (authority < 0) {
      return null;
    }
    int end = authority;
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return target.substring(authority, end);
  }

  private static int authorityAt(String target) {
    int scheme = target.startsWith("/") ? -1 : target.indexOf(SCHEME_ENDS);
    return scheme < 0 ? -1 : scheme + SCHEME_ENDS.length();
  }

  /**
   * What stands in the target's place of a request line that is none.
   *
   * @param from where the line begins, perhaps after empty lines
   * @return its beginning; empty for none
   */
  static String ofBrokenLine(ByteBuf bytes, int from) {
    int end = Math.min(bytes.writerIndex(), from + BEGINNING);
    String beginning = bytes.toString(from, end - from, StandardCharsets.ISO_8859_1).stripLeading();
    String line = beginning.lines().findFirst().orElse("");
    String[] words = line.split("[ \t]+", 3);
    return words.length < 2 ? "" : words[1];
  }
}
