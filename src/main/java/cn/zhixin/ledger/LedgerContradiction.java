package cn.zhixin.ledger;

/**
 * Going on would contradict what the ledger has published, or something is damaged: a person has to
 * find out why. Waiting mends nothing; what is queued stays queued.
 */
public final class LedgerContradiction extends LedgerUnavailable {
  private static final long serialVersionUID = 1L;

  public LedgerContradiction(String message) {
    super(message);
  }

  public LedgerContradiction(String message, Throwable cause) {
    super(message, cause);
  }
}
