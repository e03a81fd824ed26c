package cn.zhixin.encoding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param value 32 bytes
 */
public record Digest(Bytes value) {
  public static final int SIZE = 32;

  public Digest {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + value.size());
    }
  }

  public static Digest of(byte[] content) {
    return new Digest(Bytes.wrap(newSha256().digest(content)));
  }

  public static Digest of(Bytes content) {
    return of(content.unsafeArray());
  }

  public static Digest ofHex(String hex) {
    return new Digest(Bytes.ofHex(hex));
  }

  /** The JDK's own: about ten times as fast as a portable one. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public String toHex() {
    return value.toHex();
  }

  @Override
  public String toString() {
    return toHex();
  }
}
