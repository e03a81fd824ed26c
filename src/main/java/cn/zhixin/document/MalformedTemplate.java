package cn.zhixin.document;

/** A template that cannot be used; the message names file, line and what to mend. */
public final class MalformedTemplate extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  /**
   * Creates it.
   *
   * @param line from 1, or 0 if the fault has no single line
   */
  public MalformedTemplate(String file, int line, String message) {
    super(line == 0 ? file + ": " + message : file + ":" + line + ": " + message);
    this.file = file;
    this.line = line;
  }

  public MalformedTemplate(String file, int line, String message, Throwable cause) {
    this(file, line, message);
    initCause(cause);
  }

  public String file() {
    return file;
  }

  /** From 1, or 0 if the fault has no single line. */
  public int line() {
    return line;
  }
}
