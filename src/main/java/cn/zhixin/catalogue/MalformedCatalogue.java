package cn.zhixin.catalogue;

/** A catalogue file holds a line that cannot be meant; says which file, which line and why. */
public final class MalformedCatalogue extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  /**
   * @param line counted from 1; 0 for the file as a whole
   */
  MalformedCatalogue(String file, int line, String problem) {
    super(line == 0 ? file + ": " + problem : file + ", line " + line + ": " + problem);
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
