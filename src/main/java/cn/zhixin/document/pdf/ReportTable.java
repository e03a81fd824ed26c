package cn.zhixin.document.pdf;

import cn.zhixin.document.Report;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.pdf.StructureTree.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of a report: one table for whoever listens, over as many pages as it takes; headings
 * are repeated on each page for the eyes alone.
 */
final class ReportTable {
  private static final double SIZE = 8.5;
  private static final double LEADING = 10.5;
  private static final double PADDING = 5;
  private static final double GUTTER = 6;

  private final ReportPages page;
  private final TaggedPages pages;
  private final StructureTree structure;
  private final Report.Table table;
  private final double[] lefts;

  ReportTable(ReportPages page, Report.Table table) {
    this.page = page;
    this.pages = page.pages();
    this.structure = pages.structure();
    this.table = table;
    this.lefts = new double[table.columns().size() + 1];
    int shares = table.columns().stream().mapToInt(Report.Column::share).sum();
    double width = ReportPages.RIGHT - ReportPages.LEFT;
    lefts[0] = ReportPages.LEFT;
    for (int i = 1; i < lefts.length; i++) {
      lefts[i] = lefts[i - 1] + width * table.columns().get(i - 1).share() / shares;
    }
  }

  void draw() {
    Element all = pages.add("Table");
    drawHeadings(structure.add(structure.add(all, "THead"), "TR"));
    Element body = structure.add(all, "TBody");
    int from = 0;
    int pageOfFirst = pages.current();
    double top = page.y();
    for (int i = 0; i < table.rows().size(); i++) {
      List<String> row = table.rows().get(i);
      List<List<String>> cells = wrapped(row, false);
      if (!page.fits(height(cells))) {
        mark(from, i, pageOfFirst, top);
        page.begin();
        repeatHeadings();
        from = i;
        pageOfFirst = pages.current();
        top = page.y();
      }
      drawRow(structure.add(body, "TR"), row, cells);
    }
    mark(from, table.rows().size(), pageOfFirst, top);
  }

  /** Of the rows of one page. */
  private void mark(int from, int to, int of, double top) {
    if (to > from) {
      String first = table.rows().get(from).get(0);
      String last = table.rows().get(to - 1).get(0);
      page.mark(new ReportOutline.Mark(first + "–" + last, 1, of, top + LEADING));
    }
  }

  private void drawHeadings(Element row) {
    List<String> headings = headings();
    List<List<String>> cells = wrapped(headings, true);
    page.rule(page.y() + LEADING);
    for (int i = 0; i < cells.size(); i++) {
      Element cell = structure.add(row, "TH", "/A<</O/Table/Scope/Column>>");
      double y = page.y();
      for (String line : cells.get(i)) {
        page.put(cell, ReportPages.MUTED, line, lefts[i], y, SIZE, true, room(i));
        y -= LEADING;
      }
    }
    finish(cells);
  }

  private void repeatHeadings() {
    List<List<String>> cells = wrapped(headings(), true);
    page.rule(page.y() + LEADING);
    ByteBuilder out = pages.openRunning().latin(ReportPages.MUTED);
    for (int i = 0; i < cells.size(); i++) {
      double y = page.y();
      for (String line : cells.get(i)) {
        page.text().line(out, line, lefts[i], y, SIZE, true, room(i));
        y -= LEADING;
      }
    }
    pages.close();
    finish(cells);
  }

  private List<String> headings() {
    return table.columns().stream().map(Report.Column::heading).toList();
  }

  private void drawRow(Element row, List<String> texts, List<List<String>> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Element cell =
          i == 0
              ? structure.add(row, "TH", "/A<</O/Table/Scope/Row>>")
              : pages.add(row, "TD", "", texts.get(i));
      double y = page.y();
      for (String line : cells.get(i)) {
        page.put(cell, ReportPages.INK, line, lefts[i], y, SIZE, false, room(i));
        y -= LEADING;
      }
    }
    finish(cells);
  }

  private void finish(List<List<String>> cells) {
    double height = height(cells);
    page.rule(page.y() - height + LEADING + PADDING / 2 - 2);
    page.down(height);
  }

  private List<List<String>> wrapped(List<String> row, boolean heavy) {
    List<List<String>> cells = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      cells.add(page.text().wrapped(row.get(i), SIZE, heavy, room(i)));
    }
    return cells;
  }

  private static double height(List<List<String>> cells) {
    int lines = 1;
    for (List<String> cell : cells) {
      lines = Math.max(lines, cell.size());
    }
    return LEADING * lines + PADDING;
  }

  private double room(int column) {
    return lefts[column + 1] - lefts[column] - GUTTER;
  }
}
