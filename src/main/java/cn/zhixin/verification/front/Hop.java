package cn.zhixin.verification.front;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one proxy said of whoever asked it; each part as it was written, or null.
 *
 * @param from a node (RFC 7239 §6): an address, perhaps with a port, in brackets if it is IPv6
 * @param scheme {@code http} or {@code https}
 */
record Hop(@Nullable String from, @Nullable String scheme, @Nullable String host) {

  /** An element of {@code Forwarded} (RFC 7239 §4). */
  static Hop of(String element) {
    String from = null;
    String scheme = null;
    String host = null;
    for (String pair : element.split(";", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      String value = pair.substring(equals + 1).strip();
      switch (name) {
        case "for" -> from = value;
        case "proto" -> scheme = value;
        case "host" -> host = value;
        default -> {
          // by whom is known
        }
      }
    }
    return new Hop(from, scheme, host);
  }

  /** Null for what is no address: {@code unknown}, a made-up name, garbage. */
  @Nullable InetAddress address() {
    if (from == null) {
      return null;
    }
    String node = plain(from);
    int port = node.lastIndexOf(':');
    if (node.startsWith("[")) {
      int end = node.indexOf(']');
      if (end < 0 || !node.substring(end + 1).matches("(:[0-9]{1,5})?")) {
        return null;
      }
      node = node.substring(1, end);
    } else if (port >= 0 && node.indexOf(':') == port) {
      if (!node.substring(port + 1).matches("[0-9]{1,5}")) {
        return null;
      }
      node = node.substring(0, port);
    }
    byte[] address =
        node.matches("[0-9A-Fa-f.:]+") ? NetUtil.createByteArrayFromIpAddressString(node) : null;
    try {
      return address == null ? null : InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  /** Null if nothing is said. */
  @Nullable Boolean secure() {
    return scheme == null ? null : plain(scheme).equalsIgnoreCase("https");
  }

  /** Null for what is no host. */
  @Nullable String hostName() {
    String name = host == null ? "" : plain(host);
    return name.matches("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f.:]{2,45}])(:[0-9]{1,5})?")
        ? name
        : null;
  }

  private static String plain(String value) {
    String stripped = value.strip();
    return stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"")
        ? stripped.substring(1, stripped.length() - 1)
        : stripped;
  }
}
