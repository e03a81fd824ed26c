package cn.zhixin.people;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The text that stands for an API key: {@code zx_} + 8 characters that name the key + {@code _} +
 * 52 that hold 32 random bytes + 4 that are a check of all before. Never printed but once, when
 * made.
 */
public final class KeySecret {
  static final String PREFIX = "zx_";
  static final int ID = 8;
  static final int SECRET = 52;
  static final int CHECK = 4;
  static final int LENGTH = PREFIX.length() + ID + 1 + SECRET + CHECK;

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  static KeySecret generate(SecureRandom random) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String body = PREFIX + Base32.random(random, ID) + "_" + Base32.encode(secret, SECRET);
    return new KeySecret(body + check(body));
  }

  static KeyReading read(String typed) {
    String text = typed.strip();
    if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
      return new KeyReading.Malformed();
    }
    String body = text.substring(0, LENGTH - CHECK);
    return check(body).equals(text.substring(LENGTH - CHECK))
        ? new KeyReading.Read(new KeySecret(text))
        : new KeyReading.Mistyped();
  }

  private static String check(String body) {
    return Base32.encode(Digest.of(ascii(body)).value().unsafeArray(), CHECK);
  }

  String id() {
    return text.substring(PREFIX.length(), PREFIX.length() + ID);
  }

  /** What is kept of it. */
  Digest digest() {
    return Digest.of(ascii(text));
  }

  /** For the one moment when its owner is given it. */
  public String reveal() {
    return text;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "KeySecret";
  }
}
