package cn.zhixin.people;

import java.security.SecureRandom;

/** Crockford's base 32 in lower case, most significant bit first. */
public final class Base32 {
  static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int BITS = 5;

  private Base32() {}

  /** Of the first {@code characters × 5} bits; beyond the last byte with zeros. */
  static String encode(byte[] bytes, int characters) {
    StringBuilder text = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      int value = 0;
      for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
        int set = bit / 8 < bytes.length ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0;
        value = value << 1 | set;
      }
      text.append(ALPHABET.charAt(value));
    }
    return text.toString();
  }

  /** So many characters, each of 5 random bits. */
  public static String random(SecureRandom random, int characters) {
    byte[] bytes = new byte[(characters * BITS + 7) / 8];
    random.nextBytes(bytes);
    return encode(bytes, characters);
  }
}
