package cn.zhixin.ledger.following;

/** Ends the reading of a ledger at the step that did not succeed. */
final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient NotConfirmed outcome;

  Stopped(NotConfirmed outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  NotConfirmed outcome() {
    return outcome;
  }
}
