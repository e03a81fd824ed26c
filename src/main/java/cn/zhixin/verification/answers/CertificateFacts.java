package cn.zhixin.verification.answers;

import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public may know of one certificate: no identity number, photo, employer or telephone,
 * and not why it was revoked.
 *
 * @param code 16 characters, without separators
 * @param number without spaces
 * @param printedNumber in groups, as on the certificate
 * @param holderName in full: who holds the code holds the certificate
 * @param issuedAt when it was released
 * @param since when the present state began
 * @param ledgerPlace of its issue in the public ledger
 * @param successor code of the certificate that replaced this one
 * @param credentialDigits what a genuine QR symbol says after {@code #}
 * @param key that signed the credential, verified when these facts were put together
 * @param history its states, oldest first, from the issue to the present one
 */
public record CertificateFacts(
    Verdict verdict,
    int version,
    String code,
    String number,
    String printedNumber,
    String holderName,
    Wording title,
    Wording level,
    Wording series,
    String specialty,
    String committee,
    LocalDate acquiredOn,
    Wording method,
    Wording issuer,
    LocalDate issuedOn,
    Instant issuedAt,
    Instant since,
    LedgerPlace ledgerPlace,
    @Nullable String successor,
    String credentialDigits,
    SigningKeyFacts key,
    List<StateSince> history) {
  public CertificateFacts {
    history = List.copyOf(history);
  }

  @Override
  public String toString() {
    return "CertificateFacts[" + verdict + ", version " + version + "]";
  }
}
