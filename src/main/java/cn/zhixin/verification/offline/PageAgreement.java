package cn.zhixin.verification.offline;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.VerificationCode;
import java.util.stream.Stream;

/**
 * Whether a page shows what its credential says: the fields that the credential holds word for
 * word. The others are codes whose names may have changed since.
 */
final class PageAgreement {
  private PageAgreement() {}

  static boolean of(String pageText, VerificationCode code, CredentialClaims claims) {
    String page = plain(pageText);
    return Stream.of(claims.holderName(), claims.number().value(), claims.specialty(), code.value())
        .allMatch(field -> page.contains(plain(field)));
  }

  /** Lines are broken and numbers grouped for the eye. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isSpaceChar(c) || c >= '\t' && c <= '\r';
      if (!space && c != '-') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
