package cn.zhixin.document.pdf;

import cn.zhixin.document.font.FontFace;
import cn.zhixin.document.font.GlyphSubset;
import org.jspecify.annotations.Nullable;

/**
 * A font file as a template uses it: with the characters that stand in every certificate.
 *
 * <p>Written to while the template is compiled, only read afterwards.
 */
final class PageFace {
  final int index;
  final FontFace face;
  private @Nullable GlyphSubset fixed;

  PageFace(int index, FontFace face) {
    this.index = index;
    this.face = face;
  }

  boolean has(int codePoint) {
    return face.font().glyphId(codePoint) != 0;
  }

  /** In thousandths of the em. */
  int advance(int codePoint) {
    return face.font().advance(face.font().glyphId(codePoint));
  }

  /** The characters in every certificate, or null if none of this font is. */
  @Nullable GlyphSubset fixed() {
    return fixed;
  }

  GlyphSubset fixedOrNew() {
    GlyphSubset known = fixed;
    if (known == null) {
      known = new GlyphSubset(face.font());
      fixed = known;
    }
    return known;
  }

  /** The number of a character that stands in every certificate, or 0. */
  int findFixed(int codePoint) {
    GlyphSubset known = fixed;
    return known == null ? 0 : known.find(codePoint);
  }
}
