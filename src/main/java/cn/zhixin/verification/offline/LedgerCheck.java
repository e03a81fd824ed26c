package cn.zhixin.verification.offline;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.encoding.Bytes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * That a certificate's issue was entered in the public ledger, and within days of the day that it
 * bears: whoever has the issuing key can sign any day, but not enter anything in the past.
 */
final class LedgerCheck {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Issuing allows itself a week; one more for a calendar other than China's. */
  private static final int MOST_DAYS = 8;

  private final TrustedLedgers ledgers;

  LedgerCheck(TrustedLedgers ledgers) {
    this.ledgers = ledgers;
  }

  LedgerEntry check(Bytes attachment, Bytes credential, CredentialClaims claims) throws NotPassed {
    CarriedProof carried = CarriedProof.read(attachment, credential, claims);
    requireEnteredWhenIssued(claims.issuedOn(), carried.place().at());
    String ledger = carried.head().origin();
    return ledgers.isEmpty()
        ? new LedgerEntry.Unchecked(carried.place(), ledger)
        : new LedgerEntry.Signed(
            carried.place(), ledger, ledgers.cosigners(carried.proof().checkpoint()));
  }

  private static void requireEnteredWhenIssued(LocalDate issuedOn, Instant enteredAt)
      throws NotPassed {
    LocalDate enteredOn = LocalDate.ofInstant(enteredAt, CHINA);
    if (issuedOn.isAfter(enteredOn)) {
      throw NotPassed.notGenuine(OfflineFault.ENTERED_BEFORE_ISSUE);
    }
    if (issuedOn.isBefore(enteredOn.minusDays(MOST_DAYS))) {
      throw NotPassed.notGenuine(OfflineFault.BACKDATED);
    }
  }
}
