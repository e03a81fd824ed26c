package cn.zhixin.verification.panel;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A whole identity number as a holder types it, digits and capital letters. Personal data: {@link
 * #toString} leaves it out.
 */
public final class TypedIdentityNumber {
  private static final int LONGEST_TYPED = 60;
  private static final int SHORTEST = 5;

  private final String plain;

  private TypedIdentityNumber(String plain) {
    this.plain = plain;
  }

  /**
   * Forgives spaces, full-width characters, small letters and punctuation; empty for what is too
   * short to be a number, or no number at all.
   */
  public static Optional<TypedIdentityNumber> read(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String plain = plain(Normalizer.normalize(typed, Normalizer.Form.NFKC));
    return plain.length() < SHORTEST
        ? Optional.empty()
        : Optional.of(new TypedIdentityNumber(plain));
  }

  /** In constant time, however the two differ. */
  boolean is(String registered) {
    return MessageDigest.isEqual(digest(plain), digest(plain(registered)));
  }

  private static String plain(String number) {
    return number.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }

  private static byte[] digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).value().unsafeArray();
  }

  @Override
  public String toString() {
    return "TypedIdentityNumber";
  }
}
