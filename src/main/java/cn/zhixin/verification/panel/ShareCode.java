package cn.zhixin.verification.panel;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A share code 共享码: 20 random characters of Crockford's base 32, 100 bits. Who has it sees what it
 * shares: {@link #toString} leaves it out.
 *
 * @param value upper case, no separators
 */
public record ShareCode(String value) {
  static final int LENGTH = 20;
  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LONGEST_TYPED = 60;

  public ShareCode {
    if (value.length() != LENGTH || value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      throw new IllegalArgumentException("not a share code");
    }
  }

  static ShareCode generate(SecureRandom random) {
    return new ShareCode(characters(random, LENGTH));
  }

  /** So many characters, each equally likely. */
  static String characters(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    StringBuilder text = new StringBuilder(length);
    for (byte drawn : bytes) {
      // 32 divides 256
      text.append(ALPHABET.charAt(drawn & (ALPHABET.length() - 1)));
    }
    return text.toString();
  }

  /** Forgives case, spaces, hyphens, O for 0 and I or L for 1. */
  public static Optional<ShareCode> read(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String folded =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    return folded.matches("[" + ALPHABET + "]{" + LENGTH + "}")
        ? Optional.of(new ShareCode(folded))
        : Optional.empty();
  }

  /** All that a look-up needs. */
  Digest digest() {
    return Digest.of(("zhixin-share/v1\n" + value).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "ShareCode";
  }
}
