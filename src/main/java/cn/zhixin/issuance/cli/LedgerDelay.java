package cn.zhixin.issuance.cli;

import cn.zhixin.ledger.LedgerContradiction;
import cn.zhixin.ledger.LedgerUnavailable;

/** Says that a change is in force whose entry in the public ledger is still missing. */
final class LedgerDelay {
  private LedgerDelay() {}

  static String sentence(Texts texts, LedgerUnavailable why) {
    String key =
        why instanceof LedgerContradiction
            ? "certificate.ledgerStopped"
            : "certificate.ledgerWaits";
    return texts.say(key, String.valueOf(why.getMessage()));
  }
}
