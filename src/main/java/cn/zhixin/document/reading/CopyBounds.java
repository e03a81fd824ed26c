package cn.zhixin.document.reading;

/**
 * How much of a stranger's file is looked at.
 *
 * @param pages of a document; one with more is refused
 * @param pixels of a picture; a page is drawn with no more
 */
public record CopyBounds(int pages, int pixels) {
  /** Texts of symbols beyond these are of no use to anybody. */
  static final int SYMBOLS = 8;

  static final int SYMBOL_CHARACTERS = 4_000;

  public CopyBounds {
    if (pages < 1 || pixels < 1) {
      throw new IllegalArgumentException("expected at least one page and one pixel");
    }
  }
}
