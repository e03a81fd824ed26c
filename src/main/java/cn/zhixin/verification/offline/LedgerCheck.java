package cn.zhixin.verification.offline;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.SignedNote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * That a certificate's issue was entered in the public ledger, and within days of the day that it
 * bears: whoever has the issuing key can sign any day, but not enter anything in the past.
 */
final class LedgerCheck {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Issuing allows itself a week; one more for a calendar other than China's. */
  private static final int MOST_DAYS = 8;

  private static final int MOST_KNOWN = 1_000;

  private final TrustedLedgers ledgers;

  /** Checkpoints that passed, with who cosigned: all certificates of a batch carry the same. */
  private final Map<SignedNote, List<String>> known = new ConcurrentHashMap<>();

  LedgerCheck(TrustedLedgers ledgers) {
    this.ledgers = ledgers;
  }

  LedgerEntry check(Bytes attachment, Bytes credential, CredentialClaims claims) throws NotPassed {
    CarriedProof carried = CarriedProof.read(attachment, credential, claims);
    requireEnteredWhenIssued(claims.issuedOn(), carried.place().at());
    String ledger = carried.head().origin();
    return ledgers.isEmpty()
        ? new LedgerEntry.Unchecked(carried.place(), ledger)
        : new LedgerEntry.Signed(carried.place(), ledger, cosigners(carried.proof().checkpoint()));
  }

  private List<String> cosigners(SignedNote checkpoint) throws NotPassed {
    List<String> before = known.get(checkpoint);
    if (before != null) {
      return before;
    }
    List<String> cosigners = ledgers.cosigners(checkpoint);
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.put(checkpoint, cosigners);
    return cosigners;
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
