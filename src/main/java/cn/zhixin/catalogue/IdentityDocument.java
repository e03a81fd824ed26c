package cn.zhixin.catalogue;

import java.util.Locale;

/**
 * A holder's identity document. The number is personal data: it is in no log, URL, metric or
 * ledger, and {@link #toString} leaves it out.
 *
 * @param number as printed, letters in upper case, no spaces
 */
public record IdentityDocument(IdentityDocumentKind kind, String number) {
  public IdentityDocument {
    if (number.isEmpty() || number.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("an identity number is not empty and has no spaces");
    }
    if (!number.equals(number.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("an identity number has upper-case letters only");
    }
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
