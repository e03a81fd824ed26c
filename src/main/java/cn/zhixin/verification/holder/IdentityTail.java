package cn.zhixin.verification.holder;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The last six characters of an identity number, digits and capital letters. Personal data: {@link
 * #toString} leaves it out.
 */
record IdentityTail(String value) {
  static final int LENGTH = 6;

  IdentityTail {
    if (!value.matches("[0-9A-Z]{6}")) {
      throw new IllegalArgumentException("not the end of an identity number");
    }
  }

  /** Forgives spaces, full-width characters and small letters; empty for anything else. */
  static Optional<IdentityTail> read(String typed) {
    if (typed.length() > 10 * LENGTH) {
      return Optional.empty();
    }
    String folded =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .replaceAll("\\s", "")
            .toUpperCase(Locale.ROOT);
    return folded.matches("[0-9A-Z]{6}") ? Optional.of(new IdentityTail(folded)) : Optional.empty();
  }

  /** Of a registered number; what is neither digit nor letter does not count. */
  static String of(String number) {
    String plain = number.replaceAll("[^0-9A-Z]", "");
    return plain.substring(Math.max(0, plain.length() - LENGTH));
  }

  @Override
  public String toString() {
    return "IdentityTail";
  }
}
