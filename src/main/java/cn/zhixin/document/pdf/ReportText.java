package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.FontFace;
import cn.zhixin.document.font.FontLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes lines of text in two weights; lengths in points. Confined to one thread. */
final class ReportText {
  private static final List<String> REGULAR =
      List.of("noto-serif-sc.woff", "hanamin-b.woff", "lxgw-wenkai.woff");
  private static final List<String> BOLD = List.of("noto-serif-sc-bold.woff");
  private static final int STAND_IN = '〓';
  private static final double NARROWEST = 0.6;

  private final List<PageFace> faces = new ArrayList<>();
  private final List<PageFace> regular;
  private final List<PageFace> bold;
  private final OwnGlyphs glyphs;

  ReportText(FontLibrary library) throws IOException {
    this.regular = family(library, REGULAR);
    List<PageFace> first = family(library, BOLD);
    this.bold = new ArrayList<>(first);
    bold.addAll(regular);
    this.glyphs = new OwnGlyphs(faces);
  }

  private List<PageFace> family(FontLibrary library, List<String> files) throws IOException {
    List<PageFace> family = new ArrayList<>();
    for (FontFace face : library.chain("report", files).faces()) {
      PageFace page = new PageFace(faces.size(), face);
      faces.add(page);
      family.add(page);
    }
    return family;
  }

  List<PageFace> faces() {
    return faces;
  }

  OwnGlyphs glyphs() {
    return glyphs;
  }

  double width(String text, double size, boolean heavy) {
    return text.codePoints().map(c -> shown(c, heavy)).map(c -> face(c, heavy).advance(c)).sum()
        * size
        / 1000;
  }

  /** One line at its base line's beginning; set narrower, then cut, where it would be too wide. */
  void line(
      ByteBuilder out, String text, double x, double y, double size, boolean heavy, double most) {
    String shown = text;
    double scale = Math.min(1, most / Math.max(1e-6, width(shown, size, heavy)));
    while (scale < NARROWEST && shown.length() > 1) {
      int last = shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1);
      shown = shown.substring(0, last) + "…";
      scale = Math.min(1, most / width(shown, size, heavy));
    }
    out.latin("BT ").real(100 * scale, 2).latin(" Tz 1 0 0 1 ").real(x, 2).append(' ');
    out.real(y, 2).latin(" Tm ");
    PageFace current = null;
    for (int c : shown.codePoints().map(each -> shown(each, heavy)).toArray()) {
      PageFace face = face(c, heavy);
      if (face != current) {
        out.latin(current == null ? "" : "> Tj ").latin("/D").decimal(face.index).append(' ');
        out.real(size, 2).latin(" Tf <");
        current = face;
      }
      out.hex16(glyphs.number(face, c) & 0xffff);
    }
    out.latin(current == null ? "ET\n" : "> Tj ET\n");
  }

  /** Breaks a text into lines: anywhere between ideographs, else at spaces. */
  List<String> wrapped(String text, double size, boolean heavy, double most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : text.split("(?<=\\p{IsHan}|[，。；：、 ])(?![，。；：、 \u00a0])")) {
      if (line.length() > 0 && width(line + piece, size, heavy) > most) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  private int shown(int codePoint, boolean heavy) {
    for (PageFace face : heavy ? bold : regular) {
      if (face.has(codePoint)) {
        return codePoint;
      }
    }
    return STAND_IN;
  }

  private PageFace face(int codePoint, boolean heavy) {
    for (PageFace face : heavy ? bold : regular) {
      if (face.has(codePoint)) {
        return face;
      }
    }
    return regular.get(0);
  }
}
