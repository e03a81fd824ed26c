package cn.zhixin.document.pdf;

import cn.zhixin.document.Report;
import cn.zhixin.document.buffer.ByteBuilder;
import java.util.ArrayList;
import java.util.List;

/** Lays a report out on pages of A4; lengths in points, from the lower left corner. */
final class ReportPages {
  static final double WIDTH = 595.28;
  static final double HEIGHT = 841.89;
  static final double QR = 92;

  private static final double LEFT = 51;
  private static final double RIGHT = WIDTH - 51;
  private static final double TOP = HEIGHT - 60;
  private static final double BOTTOM = 62;
  private static final double LABEL = 92;
  private static final double ROW = 15.5;
  private static final double SMALL = 8.5;
  private static final String INK = "0.09 0.13 0.17 rg ";
  private static final String MUTED = "0.34 0.39 0.45 rg ";
  private static final String BRAND = "0.12 0.31 0.47 rg ";
  private static final String RULE = "0.75 0.79 0.83 RG 0.6 w ";

  private final ReportText text;
  private final Report report;
  private final List<ByteBuilder> pages = new ArrayList<>();
  private ByteBuilder out = new ByteBuilder(4096);
  private double y;

  ReportPages(ReportText text, Report report) {
    this.text = text;
    this.report = report;
  }

  List<ByteBuilder> draw() {
    begin();
    drawHead();
    report.facts().forEach(this::drawFact);
    y -= 8;
    drawTable();
    drawNotes();
    for (int i = 0; i < pages.size(); i++) {
      drawFoot(pages.get(i), i + 1);
    }
    return pages;
  }

  private void begin() {
    out = new ByteBuilder(8192);
    pages.add(out);
    y = TOP;
  }

  private void drawHead() {
    double room = RIGHT - LEFT - QR - 24;
    put(BRAND, report.title(), LEFT, y - 8, 22, true, room);
    y -= 44;
    out.latin("q ").real(QR, 2).latin(" 0 0 ").real(QR, 2).append(' ').real(RIGHT - QR, 2);
    out.append(' ').real(TOP - QR + 12, 2).latin(" cm /Q Do Q\n");
    put(MUTED, report.qr().caption(), RIGHT - QR, TOP - QR, 7.5, false, QR);
    for (String line : text.wrapped(report.headline(), 16, true, room)) {
      put(INK, line, LEFT, y, 16, true, room);
      y -= 24;
    }
    y = Math.min(y, TOP - QR - 14);
    rule(y);
    y -= 20;
  }

  private void drawFact(Report.Fact fact) {
    double room = RIGHT - LEFT - LABEL;
    List<String> lines = text.wrapped(fact.value(), 10.5, false, room);
    need(ROW * lines.size() + 4);
    put(MUTED, fact.label(), LEFT, y, 9.5, false, LABEL - 8);
    for (String line : lines) {
      put(INK, line, LEFT + LABEL, y, 10.5, false, room);
      y -= ROW;
    }
    y -= 2;
  }

  private void drawTable() {
    if (report.columns().isEmpty()) {
      return;
    }
    drawHeadings();
    for (List<String> row : report.rows()) {
      if (y < BOTTOM + ROW) {
        begin();
        drawHeadings();
      }
      drawCells(row, false);
    }
    y -= 8;
  }

  private void drawHeadings() {
    need(3 * ROW);
    rule(y + 12);
    drawCells(report.columns().stream().map(Report.Column::heading).toList(), true);
  }

  private void drawCells(List<String> cells, boolean heading) {
    int shares = report.columns().stream().mapToInt(Report.Column::share).sum();
    double x = LEFT;
    for (int i = 0; i < cells.size(); i++) {
      double width = (RIGHT - LEFT) * report.columns().get(i).share() / shares;
      put(heading ? MUTED : INK, cells.get(i), x, y, SMALL, heading, width - 6);
      x += width;
    }
    rule(y - 4.5);
    y -= ROW;
  }

  private void drawNotes() {
    for (String note : report.notes()) {
      for (String line : text.wrapped(note, SMALL, false, RIGHT - LEFT)) {
        need(12);
        put(MUTED, line, LEFT, y, SMALL, false, RIGHT - LEFT + 4);
        y -= 12;
      }
      y -= 3;
    }
  }

  private void drawFoot(ByteBuilder page, int number) {
    out = page;
    rule(BOTTOM - 12);
    put(MUTED, report.foot(), LEFT, BOTTOM - 26, 8, false, RIGHT - LEFT - 60);
    String count = number + " / " + pages.size();
    double width = text.width(count, 8, false);
    put(MUTED, count, RIGHT - width, BOTTOM - 26, 8, false, width + 1);
  }

  private void need(double height) {
    if (y - height < BOTTOM) {
      begin();
    }
  }

  private void put(
      String colour, String line, double x, double at, double size, boolean heavy, double most) {
    if (!line.isEmpty()) {
      out.latin(colour);
      text.line(out, line, x, at, size, heavy, most);
    }
  }

  private void rule(double at) {
    out.latin(RULE).real(LEFT, 2).append(' ').real(at, 2).latin(" m ");
    out.real(RIGHT, 2).append(' ').real(at, 2).latin(" l S\n");
  }
}
