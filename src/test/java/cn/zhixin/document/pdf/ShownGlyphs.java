package cn.zhixin.document.pdf;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** What a page shows of its fonts: each glyph as it is drawn, by the number of its content. */
final class ShownGlyphs extends PDFMarkedContentExtractor {
  /**
   * A glyph on the page.
   *
   * @param unicode as it is copied
   * @param font the font's name without the letters of its subset
   * @param x of its origin, in points
   * @param size of the em, in points
   * @param width in thousandths of the em
   * @param outline in thousandths of the em, rounded
   */
  record Glyph(
      String unicode,
      boolean embedded,
      double x,
      double y,
      double size,
      double width,
      List<Long> outline) {}

  private final Map<Integer, List<Glyph>> byContent = new TreeMap<>();
  private final Map<String, Long> fonts = new LinkedHashMap<>();
  private int content = -1;

  static ShownGlyphs of(PDPage page) throws IOException {
    ShownGlyphs glyphs = new ShownGlyphs();
    glyphs.setSuppressDuplicateOverlappingText(false);
    glyphs.processPage(page);
    return glyphs;
  }

  Map<Integer, List<Glyph>> byContent() {
    return byContent;
  }

  /** How many different fonts there are. */
  int fontCount() {
    return fonts.size();
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    content = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
    super.beginMarkedContentSequence(tag, properties);
  }

  @Override
  protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement)
      throws IOException {
    fonts.merge(font.getName(), 1L, Long::sum);
    byContent
        .computeIfAbsent(content, any -> new ArrayList<>())
        .add(
            new Glyph(
                font.toUnicode(code),
                font.isEmbedded(),
                place.getTranslateX(),
                place.getTranslateY(),
                place.getScalingFactorY(),
                font.getWidth(code),
                outline(((PDVectorFont) font).getNormalizedPath(code).getPathIterator(null))));
    super.showGlyph(place, font, code, displacement);
  }

  private static List<Long> outline(PathIterator path) {
    List<Long> outline = new ArrayList<>();
    double[] at = new double[6];
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      outline.add((long) kind);
      int numbers = new int[] {2, 2, 4, 6, 0}[kind];
      for (int i = 0; i < numbers; i++) {
        outline.add(Math.round(at[i] * 10));
      }
    }
    return outline;
  }
}
