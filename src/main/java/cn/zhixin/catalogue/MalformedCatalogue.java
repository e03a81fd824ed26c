package cn.zhixin.catalogue;

/** A catalogue file holds a line that cannot be meant; says which file, which line and why. */
public final class MalformedCatalogue extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  /**
   * @param line counted from 1; 0 for the file as a whole
   * @param chinese what is wrong, and what to do where that does not say it
   * @param english the same
   */
  MalformedCatalogue(String file, int line, String chinese, String english) {
    super(
        line == 0
            ? String.format("%s：%s / %s: %s", file, chinese, file, english)
            : String.format(
                "%s 第 %d 行：%s / %s, line %d: %s", file, line, chinese, file, line, english));
    this.file = file;
    this.line = line;
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }
}
