package cn.zhixin.verification.offline;

import cn.zhixin.ledger.LedgerPlace;
import java.util.List;

/** What is known offline of a certificate's entry in the public ledger. */
public sealed interface LedgerEntry {
  /**
   * Under a checkpoint that a trusted ledger signed.
   *
   * @param ledger its name
   * @param cosigners names of the trusted witnesses that signed as well
   */
  record Signed(LedgerPlace place, String ledger, List<String> cosigners) implements LedgerEntry {
    public Signed {
      cosigners = List.copyOf(cosigners);
    }
  }

  /**
   * Under a checkpoint whose signature was not checked, since no ledger is trusted.
   *
   * @param ledger the name that the checkpoint claims
   */
  record Unchecked(LedgerPlace place, String ledger) implements LedgerEntry {}

  /** A QR's text carries no proof. */
  record NotCarried() implements LedgerEntry {}
}
