package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.Cell;
import cn.zhixin.sheet.SheetRow;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of a marked roster while it is written, row by row. */
final class MarkedSheet {
  private static final String FAULTY = "FFC7CE";
  private static final String TEXT = "@";
  private static final double REMARK_WIDTH = 60;
  private static final double CODE_WIDTH = 26;

  private final Worksheet sheet;
  private final List<Integer> remarks;
  private int next;

  /**
   * @param remarks positions of the columns that say what to do, number and code
   */
  MarkedSheet(Worksheet sheet, List<Integer> remarks) {
    this.sheet = sheet;
    this.remarks = remarks;
    sheet.width(remarks.get(0), REMARK_WIDTH);
    sheet.width(remarks.get(1), CODE_WIDTH);
    sheet.width(remarks.get(2), CODE_WIDTH);
  }

  void addHeadings(SheetRow row, List<String> headings) {
    add(row, headings, Set.of());
    int last = Math.max(Collections.max(remarks), row.cells().size() - 1);
    for (int i = 0; i <= last; i++) {
      sheet.style(next - 1, i).bold().set();
    }
    sheet.freezePane(0, next);
  }

  /** Leaves rows free, so that the copy's rows have the original's numbers. */
  void continueAt(int row) {
    next = Math.max(next, row - 1);
  }

  /**
   * @param faulty positions of the cells to colour; -1 for a column that the roster lacks
   */
  void addFaulty(SheetRow row, List<String> words, Set<Integer> faulty) {
    add(row, words, faulty);
    sheet.style(next - 1, remarks.get(0)).wrapText(true).fillColor(FAULTY).set();
  }

  /**
   * @param words for the first of the columns of remarks, or for more of them
   */
  void add(SheetRow row, List<String> words, Set<Integer> faulty) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (!remarks.contains(i)) {
        write(i, row.cell(i), faulty.contains(i));
      }
    }
    faulty.stream().filter(i -> i >= row.cells().size()).forEach(i -> write(i, Cell.BLANK, true));
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isEmpty()) {
        sheet.inlineString(next, remarks.get(i), words.get(i));
      }
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
