package cn.zhixin.signing;

/** A file that holds no private key of the kind that was expected. Says nothing of its content. */
public final class MalformedKey extends Exception {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;

  /**
   * @param name of the file
   */
  MalformedKey(String name, String expected, String found) {
    super(name + ": expected " + expected + ", found " + found);
    this.expected = expected;
    this.found = found;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
