package cn.zhixin.verification.receipts;

import cn.zhixin.verification.Wording;
import cn.zhixin.verification.answers.CertificateFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says of a certificate: what its page shows to whoever has the code.
 *
 * @param number without spaces
 * @param acquiredOn ISO, as are the other days and times
 * @param since when the present state began
 * @param successor code of the certificate that replaced this one
 */
public record CertificateSummary(
    String number,
    String holderName,
    Wording title,
    Wording level,
    Wording series,
    String specialty,
    Wording issuer,
    String acquiredOn,
    String issuedOn,
    String since,
    @Nullable String successor) {
  public static CertificateSummary of(CertificateFacts facts) {
    return new CertificateSummary(
        facts.number(),
        facts.holderName(),
        facts.title(),
        facts.level(),
        facts.series(),
        facts.specialty(),
        facts.issuer(),
        facts.acquiredOn().toString(),
        facts.issuedOn().toString(),
        facts.since().toString(),
        facts.successor());
  }

  /** Without the holder. */
  @Override
  public String toString() {
    return "CertificateSummary[" + number + "]";
  }
}
