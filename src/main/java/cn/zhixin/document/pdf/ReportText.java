package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.FontFace;
import cn.zhixin.document.font.FontLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes lines of text in two weights; lengths in points. Confined to one thread. */
final class ReportText {
  /** As narrow as a line is set that is a little too long. */
  static final double NARROWEST = 0.82;

  private static final List<String> REGULAR =
      List.of("noto-serif-sc.woff", "hanamin-b.woff", "lxgw-wenkai.woff");
  private static final List<String> BOLD = List.of("noto-serif-sc-bold.woff");
  private static final int STAND_IN = '〓';

  /** After ideographs, punctuation and spaces, unless something follows that begins no line. */
  private static final Pattern BREAK =
      Pattern.compile("(?<=[\\p{IsHan}，。；：、·/ -])(?![，。；：、·！？）」』》〉】”’ \u00a0])");

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
    long width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      PageFace face = face(c, heavy);
      width += face == null ? regular.get(0).advance(STAND_IN) : face.advance(c);
      i += Character.charCount(c);
    }
    return width * size / 1000;
  }

  /** One line at its base line's beginning; set narrower where it would be too wide. */
  void line(
      ByteBuilder out, String text, double x, double y, double size, boolean heavy, double most) {
    double width = width(text.stripTrailing(), size, heavy);
    out.latin("BT ").real(width > most ? 100 * most / width : 100, 2).latin(" Tz 1 0 0 1 ");
    out.real(x, 2).append(' ').real(y, 2).latin(" Tm ");
    PageFace current = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      PageFace face = face(c, heavy);
      if (face == null) {
        out.latin(current == null ? "" : "> Tj ");
        current = null;
        standIn(out, c, size);
        continue;
      }
      if (face != current) {
        out.latin(current == null ? "" : "> Tj ");
        font(out, face, size);
        current = face;
      }
      out.hex16(glyphs.number(face, c) & 0xffff);
    }
    out.latin(current == null ? "ET " : "> Tj ET ");
  }

  private static void font(ByteBuilder out, PageFace face, double size) {
    out.latin("/D").decimal(face.index).append(' ').real(size, 2).latin(" Tf <");
  }

  /** A mark in the character's place, which is read aloud and copied as the character itself. */
  private void standIn(ByteBuilder out, int codePoint, double size) {
    PageFace face = regular.get(0);
    String actual = PdfText.string(Character.toString(codePoint));
    out.latin("/Span<</ActualText").latin(actual).latin(">>BDC ");
    font(out, face, size);
    out.hex16(glyphs.number(face, STAND_IN) & 0xffff).latin("> Tj EMC ");
  }

  /**
   * Leaves a text that fits on one line when set narrower, and breaks others: anywhere between
   * ideographs, else at spaces, and within a word only if it fills more than a line. Spaces stay at
   * their line's end.
   */
  List<String> wrapped(String text, double size, boolean heavy, double room) {
    double most = room / NARROWEST;
    if (width(text, size, heavy) <= most) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : BREAK.split(text)) {
      if (line.length() > 0 && width((line + piece).stripTrailing(), size, heavy) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(piece);
      while (width(line.toString().stripTrailing(), size, heavy) > most) {
        int cut = longest(line, size, heavy, most);
        lines.add(line.substring(0, cut));
        line.delete(0, cut);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** How many chars fit; at least one character. */
  private int longest(StringBuilder line, double size, boolean heavy, double most) {
    int cut = Character.charCount(line.codePointAt(0));
    int next = cut;
    while (next < line.length() && width(line.substring(0, next), size, heavy) <= most) {
      cut = next;
      next += Character.charCount(line.codePointAt(next));
    }
    return cut;
  }

  private @Nullable PageFace face(int codePoint, boolean heavy) {
    for (PageFace face : heavy ? bold : regular) {
      if (face.has(codePoint)) {
        return face;
      }
    }
    return null;
  }
}
