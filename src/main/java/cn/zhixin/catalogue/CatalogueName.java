package cn.zhixin.catalogue;

/** How two spellings of a name in the catalogue count as the same. */
final class CatalogueName {
  private CatalogueName() {}

  /**
   * Leaves out white space and folds full-width forms (U+FF01 to U+FF5E) to ASCII, since committees
   * type brackets and spaces either way. Ideographs stay as they are.
   */
  static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    name.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
