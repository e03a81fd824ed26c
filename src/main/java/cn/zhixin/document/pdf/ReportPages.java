package cn.zhixin.document.pdf;

import cn.zhixin.document.Report;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.pdf.StructureTree.Element;
import java.util.ArrayList;
import java.util.List;

/** Lays a report out on pages of A4; lengths in points, from the lower left corner. */
final class ReportPages {
  static final double WIDTH = 595.28;
  static final double HEIGHT = 841.89;
  static final double LEFT = 51;
  static final double RIGHT = WIDTH - 51;

  static final String INK = "0.09 0.13 0.17 rg ";
  static final String MUTED = "0.34 0.39 0.45 rg ";
  private static final String BRAND = "0.12 0.31 0.47 rg ";
  private static final String RULE = "0.75 0.79 0.83 RG 0.6 w ";

  private static final double QR = 92;
  private static final double TOP = HEIGHT - 60;
  private static final double BOTTOM = 62;
  private static final double LABEL = 100;
  private static final double ROW = 15.5;
  private static final double NOTE = 8.5;

  private final ReportText text;
  private final Report report;
  private final TaggedPages pages;
  private final List<ReportOutline.Mark> marks = new ArrayList<>();
  private double y;

  ReportPages(ReportText text, Report report) {
    this.text = text;
    this.report = report;
    this.pages = new TaggedPages(report.language());
  }

  TaggedPages draw() {
    begin();
    drawHead();
    for (Report.Section section : report.sections()) {
      heading(section.heading(), 2 * ROW);
      Element table = pages.add("Table");
      section.facts().forEach(fact -> drawFact(table, fact));
      y -= 6;
    }
    if (report.table() != null) {
      heading(report.table().heading(), 4 * ROW);
      new ReportTable(this, report.table()).draw();
      y -= 10;
    }
    drawNotes();
    pages.structure().form(report.signature(), 0);
    for (int i = 0; i < pages.count(); i++) {
      pages.turnTo(i);
      drawFoot(i + 1);
    }
    return pages;
  }

  List<ReportOutline.Mark> marks() {
    return marks;
  }

  TaggedPages pages() {
    return pages;
  }

  ReportText text() {
    return text;
  }

  /** The next line's base line. */
  double y() {
    return y;
  }

  void down(double by) {
    y -= by;
  }

  void begin() {
    pages.begin();
    y = TOP;
  }

  /** Whether so much more fits on the page. */
  boolean fits(double height) {
    return y - height >= BOTTOM;
  }

  void need(double height) {
    if (!fits(height)) {
      begin();
    }
  }

  void mark(ReportOutline.Mark mark) {
    marks.add(mark);
  }

  private void drawHead() {
    double room = RIGHT - LEFT - QR - 24;
    Element title = pages.add("H1");
    put(title, BRAND, report.title(), LEFT, y - 8, 22, true, room);
    y -= 42;
    lines(pages.add("P"), INK, report.headline(), 16, true, 24);
    lines(pages.add("P"), MUTED, report.standing(), 9.5, false, 14);
    drawSymbol();
    y = Math.min(y, TOP - QR - 14);
    rule(y);
    y -= 8;
  }

  private void lines(
      Element element, String colour, String all, double size, boolean heavy, double leading) {
    double room = RIGHT - LEFT - QR - 24;
    for (String line : text.wrapped(all, size, heavy, room)) {
      put(element, colour, line, LEFT, y, size, heavy, room);
      y -= leading;
    }
  }

  private void drawSymbol() {
    double bottom = TOP - QR + 12;
    String box = PdfText.rectangle(RIGHT - QR, bottom, RIGHT, bottom + QR);
    String entries = StructureTree.figure(report.qr().alternative(), box);
    StructureTree structure = pages.structure();
    pages
        .open(structure.add(structure.document(), "Figure", entries))
        .latin("q ")
        .real(QR, 2)
        .latin(" 0 0 ")
        .real(QR, 2)
        .append(' ')
        .real(RIGHT - QR, 2)
        .append(' ')
        .real(bottom, 2)
        .latin(" cm /Q Do Q ");
    pages.close();
    String caption = report.qr().caption();
    put(pages.add("P"), MUTED, caption, RIGHT - QR, TOP - QR, 7.5, false, QR);
  }

  private void heading(String heading, double following) {
    need(ROW + 12 + following);
    y -= 14;
    mark(new ReportOutline.Mark(heading, 0, pages.current(), y + 16));
    put(pages.add("H2"), BRAND, heading, LEFT, y, 11.5, true, RIGHT - LEFT);
    y -= ROW + 3;
  }

  private void drawFact(Element table, Report.Fact fact) {
    double room = RIGHT - LEFT - LABEL;
    List<String> lines = text.wrapped(fact.value(), 10.5, false, room);
    need(Math.min(ROW * lines.size() + 4, TOP - BOTTOM));
    Element row = pages.structure().add(table, "TR");
    Element label = pages.structure().add(row, "TH", "/A<</O/Table/Scope/Row>>");
    put(label, MUTED, fact.label(), LEFT, y, 9.5, false, LABEL - 8);
    Element value = pages.add(row, "TD", "", fact.value());
    for (String line : lines) {
      need(ROW);
      put(value, INK, line, LEFT + LABEL, y, 10.5, false, room);
      y -= ROW;
    }
    y -= 2;
  }

  private void drawNotes() {
    heading(report.notes().heading(), 24);
    for (String note : report.notes().sentences()) {
      Element paragraph = pages.add("P");
      for (String line : text.wrapped(note, NOTE, false, RIGHT - LEFT)) {
        need(12);
        put(paragraph, MUTED, line, LEFT, y, NOTE, false, RIGHT - LEFT);
        y -= 12;
      }
      y -= 3;
    }
  }

  private void drawFoot(int number) {
    rule(BOTTOM - 12);
    String count = number + " / " + pages.count();
    double width = text.width(count, 8, false);
    pages.openRunning().latin(MUTED);
    ByteBuilder out = pages.content(pages.current());
    text.line(out, report.foot(), LEFT, BOTTOM - 26, 8, false, RIGHT - LEFT - 60);
    text.line(out, count, RIGHT - width, BOTTOM - 26, 8, false, width + 1);
    pages.close();
  }

  void put(
      Element element,
      String colour,
      String line,
      double x,
      double at,
      double size,
      boolean heavy,
      double most) {
    if (!line.isEmpty()) {
      text.line(pages.open(element).latin(colour), line, x, at, size, heavy, most);
      pages.close();
    }
  }

  void rule(double at) {
    pages.openArtifact().latin(RULE).real(LEFT, 2).append(' ').real(at, 2).latin(" m ");
    pages.content(pages.current()).real(RIGHT, 2).append(' ').real(at, 2).latin(" l S ");
    pages.close();
  }
}
