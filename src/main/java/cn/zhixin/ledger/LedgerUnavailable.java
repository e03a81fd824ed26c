package cn.zhixin.ledger;

/**
 * Nothing can be entered now: what waits stays in its queue and is entered later. The message says
 * what is missing.
 */
public sealed class LedgerUnavailable extends Exception permits LedgerContradiction {
  private static final long serialVersionUID = 1L;

  public LedgerUnavailable(String message) {
    super(message);
  }

  public LedgerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
