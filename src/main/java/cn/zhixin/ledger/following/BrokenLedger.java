package cn.zhixin.ledger.following;

/** Something served that does not fit the rest. */
final class BrokenLedger extends Exception {
  private static final long serialVersionUID = 1L;

  private final LedgerFault fault;
  private final String where;
  private final String entries;

  BrokenLedger(LedgerFault fault, String where) {
    this(fault, where, where);
  }

  /**
   * @param entries where it is if not the hashes are wrong but the entries that they were made of
   */
  BrokenLedger(LedgerFault fault, String where, String entries) {
    super(fault + ": " + where);
    this.fault = fault;
    this.where = where;
    this.entries = entries;
  }

  LedgerFault fault() {
    return fault;
  }

  String where() {
    return where;
  }

  String entries() {
    return entries;
  }
}
