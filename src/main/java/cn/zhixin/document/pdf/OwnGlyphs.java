package cn.zhixin.document.pdf;

import cn.zhixin.document.font.GlyphSubset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The characters of one certificate that are not in its template's shared fonts. */
final class OwnGlyphs implements Glyphs {
  private static final int OWN = 1 << 16;

  private final List<PageFace> faces;
  private final @Nullable GlyphSubset[] subsets;

  OwnGlyphs(List<PageFace> faces) {
    this.faces = faces;
    this.subsets = new GlyphSubset[faces.size()];
  }

  @Override
  public int number(PageFace face, int codePoint) {
    int shared = face.findFixed(codePoint);
    if (shared != 0) {
      return shared;
    }
    GlyphSubset subset = subsets[face.index];
    if (subset == null) {
      subset = new GlyphSubset(faces.get(face.index).face.font());
      subsets[face.index] = subset;
    }
    return OWN | subset.add(codePoint);
  }

  /** The characters of a face, or null if there are none but shared ones. */
  @Nullable GlyphSubset subset(int face) {
    GlyphSubset subset = subsets[face];
    return subset == null || subset.size() <= 1 ? null : subset;
  }

  void clear() {
    for (GlyphSubset subset : subsets) {
      if (subset != null) {
        subset.clear();
      }
    }
  }
}
