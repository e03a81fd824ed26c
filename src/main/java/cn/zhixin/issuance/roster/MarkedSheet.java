package cn.zhixin.issuance.roster;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of a marked roster while it is written, row by row. */
final class MarkedSheet {
  private static final String FAULTY = "FFC7CE";
  private static final String TEXT = "@";
  private static final double REMARK_WIDTH = 60;

  private final Worksheet sheet;
  private final int remarks;
  private int next;

  /**
   * @param remarks position of the column that says what to do
   */
  MarkedSheet(Worksheet sheet, int remarks) {
    this.sheet = sheet;
    this.remarks = remarks;
    sheet.width(remarks, REMARK_WIDTH);
  }

  void addHeadings(SheetRow row, String heading) {
    add(row, heading, Set.of());
    for (int i = 0; i <= Math.max(remarks, row.cells().size() - 1); i++) {
      sheet.style(next - 1, i).bold().set();
    }
    sheet.freezePane(0, next);
  }

  /** Leaves rows free, so that the copy's rows have the original's numbers. */
  void continueAt(int row) {
    next = Math.max(next, row - 1);
  }

  void addRejected(SheetRow row, List<RosterProblem> problems, String words) {
    Set<Integer> faulty =
        problems.stream().map(RosterProblem::position).collect(Collectors.toSet());
    add(row, words, faulty);
    sheet.style(next - 1, remarks).wrapText(true).fillColor(FAULTY).set();
  }

  /**
   * @param faulty positions of the cells to colour
   */
  void add(SheetRow row, String words, Set<Integer> faulty) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (i != remarks) {
        write(i, row.cell(i), faulty.contains(i));
      }
    }
    faulty.stream().filter(i -> i >= row.cells().size()).forEach(i -> write(i, Cell.BLANK, true));
    if (!words.isEmpty()) {
      sheet.inlineString(next, remarks, words);
    }
    next++;
  }

  private void write(int column, Cell cell, boolean faulty) {
    String format = TEXT;
    if (cell instanceof Cell.Number number) {
      sheet.value(next, column, number.value());
      format = number.format();
    } else if (!cell.text().isEmpty()) {
      sheet.inlineString(next, column, cell.text());
    } else if (!faulty) {
      return;
    }
    var style = sheet.style(next, column);
    if (format != null) {
      style = style.format(format);
    }
    if (faulty) {
      style = style.fillColor(FAULTY);
    }
    style.set();
  }
}
