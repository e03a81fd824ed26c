package cn.zhixin.verification.offline;

/** How many inputs had which outcome. Confined to one thread. */
final class Tally {
  private int genuine;
  private int genuineQrs;
  private int notGenuine;
  private int cannotTell;
  private boolean ledgerUnchecked;
  private boolean stampUntrusted;

  void add(OfflineReport report) {
    switch (report.exitCode()) {
      case VerifyCommand.NOT_GENUINE -> notGenuine++;
      case VerifyCommand.CANNOT_TELL -> cannotTell++;
      default -> genuine++;
    }
    if (report.unsigned().isPresent()) {
      genuineQrs++;
    }
    ledgerUnchecked |= report.ledgerUnchecked();
    stampUntrusted |= report.stampedBy().isPresent();
  }

  int genuine() {
    return genuine;
  }

  /** Of the genuine, the texts of QRs, whose addresses nobody signed. */
  int genuineQrs() {
    return genuineQrs;
  }

  int notGenuine() {
    return notGenuine;
  }

  int cannotTell() {
    return cannotTell;
  }

  int all() {
    return genuine + notGenuine + cannotTell;
  }

  /** Whether a ledger's signature was left unchecked. */
  boolean isLedgerUnchecked() {
    return ledgerUnchecked;
  }

  /** Whether a time stamp's authority is missing among the trusted. */
  boolean isStampUntrusted() {
    return stampUntrusted;
  }

  int exitCode() {
    if (notGenuine > 0) {
      return VerifyCommand.NOT_GENUINE;
    }
    return cannotTell > 0 ? VerifyCommand.CANNOT_TELL : VerifyCommand.GENUINE;
  }
}
