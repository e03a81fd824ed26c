package cn.zhixin.verification.door;

import cn.zhixin.encoding.Digest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * For whom requests are counted. {@link #toString} tells the kind only.
 *
 * @param value a network for an address, a digest for a key
 */
public record Subject(Kind kind, String value) {
  /** What a subject is. */
  public enum Kind {
    ADDRESS,
    KEY
  }

  public static Subject address(InetAddress address) {
    return new Subject(Kind.ADDRESS, Long.toHexString(network(address)));
  }

  /**
   * @param token as the client sent it; only its SHA-256 is kept
   */
  public static Subject key(String token) {
    return new Subject(Kind.KEY, Digest.of(token.getBytes(StandardCharsets.UTF_8)).toHex());
  }

  /**
   * What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address. The two do
   * not meet: no IPv6 network that is routed begins with 32 zeros.
   */
  static long network(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet4Address ? bytes.getInt() & 0xFFFFFFFFL : bytes.getLong();
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
