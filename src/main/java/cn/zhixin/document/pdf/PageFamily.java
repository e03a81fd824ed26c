package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.Refusal;
import java.util.List;

/** The faces of a family in the order in which they are asked for a character. */
final class PageFamily {
  private final PageFace[] faces;

  PageFamily(List<PageFace> faces) {
    this.faces = faces.toArray(PageFace[]::new);
  }

  /** The face that a family is set in unless a character is missing from it. */
  PageFace first() {
    return faces[0];
  }

  /**
   * The first face that has the character.
   *
   * @param field the slot, for the refusal
   */
  PageFace faceFor(int codePoint, String field) throws ContentRefused {
    for (PageFace face : faces) {
      if (face.has(codePoint)) {
        return face;
      }
    }
    throw new ContentRefused(new Refusal.MissingGlyph(field, codePoint));
  }

  /** The width of a text's part in thousandths of the em. */
  int width(String text, int from, int to, String field) throws ContentRefused {
    int width = 0;
    for (int i = from; i < to; ) {
      int codePoint = text.codePointAt(i);
      width += faceFor(codePoint, field).advance(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }
}
