package cn.zhixin.document.pdf;

/** Numbers the characters of shown text and names the fonts those numbers belong to. */
interface Glyphs {
  /**
   * A character's number in one of the page's fonts.
   *
   * @return the CID in the lower 16 bits, above it 0 for the font of what all certificates share, 1
   *     for the font of this certificate alone
   */
  int number(PageFace face, int codePoint);
}
