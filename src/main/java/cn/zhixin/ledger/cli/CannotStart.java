package cn.zhixin.ledger.cli;

/** Arguments, or a state file, with which a ledger cannot be followed. */
final class CannotStart extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence in the reader's language
   */
  CannotStart(String sentence) {
    super(sentence);
  }
}
