package cn.zhixin.ledger.following;

/** Something served that does not fit the rest. */
final class BrokenLedger extends Exception {
  private static final long serialVersionUID = 1L;

  private final LedgerFault fault;
  private final String where;

  BrokenLedger(LedgerFault fault, String where) {
    super(fault + ": " + where);
    this.fault = fault;
    this.where = where;
  }

  LedgerFault fault() {
    return fault;
  }

  String where() {
    return where;
  }
}
