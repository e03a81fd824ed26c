package cn.zhixin.verification.files.web;

/**
 * One thing that was checked of a file, in the reader's language.
 *
 * @param id stable
 * @param detail may be empty
 */
record FileLine(String id, Mark mark, String sentence, String detail) {
  /** How it ended. */
  enum Mark {
    PASSED,
    FAILED,
    /** Could not be told. */
    NOT_CHECKED
  }

  public boolean passed() {
    return mark == Mark.PASSED;
  }

  public boolean failed() {
    return mark == Mark.FAILED;
  }
}
