package cn.zhixin.verification.offline;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.reading.PageGaps;
import java.util.stream.Stream;

/**
 * Whether a page shows what its credential says: the fields that the credential holds word for
 * word. The others are codes whose names may have changed since.
 */
final class PageAgreement {
  private PageAgreement() {}

  static boolean of(String pageText, VerificationCode code, CredentialClaims claims) {
    String page = PageGaps.without(pageText);
    return Stream.of(claims.holderName(), claims.number().value(), claims.specialty(), code.value())
        .allMatch(field -> page.contains(PageGaps.without(field)));
  }
}
