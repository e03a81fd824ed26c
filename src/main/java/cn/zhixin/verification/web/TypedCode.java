package cn.zhixin.verification.web;

import cn.zhixin.certificate.VerificationCode;
import java.text.Normalizer;
import java.util.Locale;

/** What somebody typed, pasted or scanned as a verification code. */
sealed interface TypedCode {
  /** Much longer than a code or an address with its fragment: nothing is read into it. */
  int LONGEST = 2_000;

  /** A code whose check character fits. */
  record Whole(VerificationCode code) implements TypedCode {}

  /** As long as a code, but its check character does not fit. */
  record Mistyped() implements TypedCode {}

  /** No code at all. */
  record Malformed() implements TypedCode {}

  /**
   * Forgives case, spaces, hyphens of all kinds, full-width characters, and a whole address pasted
   * in the code's place.
   */
  static TypedCode read(String typed) {
    if (typed.length() > LONGEST) {
      return new Malformed();
    }
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    int fragment = plain.indexOf('#');
    String address = fragment < 0 ? plain : plain.substring(0, fragment);
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String code = path.substring(path.lastIndexOf('/') + 1).replaceAll("[\\p{Pd}\\p{Zs}_.·]", "");
    return code.matches("[0-9A-Za-z]{16}")
        ? new Whole(new VerificationCode(code.toUpperCase(Locale.ROOT)))
        : new Malformed();
  }
}
