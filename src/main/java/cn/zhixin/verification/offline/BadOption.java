package cn.zhixin.verification.offline;

/** Options by which nothing can be verified. */
final class BadOption extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence in the reader's language
   */
  BadOption(String sentence) {
    super(sentence);
  }
}
