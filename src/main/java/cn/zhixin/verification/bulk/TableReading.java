package cn.zhixin.verification.bulk;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.web.TypedCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a table row by row: finds the headings, then reads what stands below them. */
final class TableReading {
  private static final int HEADING_ROWS = 20;

  private final List<ListedRow> rows = new ArrayList<>();
  private final List<ListedRow> bare = new ArrayList<>();
  private @Nullable TableHeadings headings;
  private boolean numbers;
  private int seen;

  void see(int row, List<String> cells) throws MalformedList {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    seen++;
    if (headings != null) {
      add(rows, headings.read(row, cells));
    } else if (seen <= HEADING_ROWS && TableHeadings.areIn(cells)) {
      headings = TableHeadings.of(cells);
    } else {
      numbers |= TableHeadings.nameNumbersOnly(cells);
      seeBare(row, cells);
    }
  }

  /** A list without headings: in each row the cell that has the form of a code. */
  private void seeBare(int row, List<String> cells) throws MalformedList {
    for (String cell : cells) {
      if (!(TypedCode.read(cell) instanceof CodeReading.Malformed)) {
        add(bare, new ListedRow(row, cell.strip(), "", ""));
        return;
      }
    }
    if (cells.size() == 1 && !bare.isEmpty()) {
      add(bare, new ListedRow(row, cells.get(0).strip(), "", ""));
    }
  }

  private static void add(List<ListedRow> to, ListedRow row) throws MalformedList {
    if (to.size() == CodeList.MOST) {
      throw new MalformedList(ListFault.TOO_MANY_ROWS);
    }
    to.add(row);
  }

  CodeList end() throws MalformedList {
    if (headings != null) {
      return CodeList.of(rows);
    }
    if (numbers && bare.isEmpty()) {
      throw new MalformedList(ListFault.NUMBERS_ONLY);
    }
    if (bare.isEmpty()) {
      throw new MalformedList(seen == 0 ? ListFault.EMPTY : ListFault.NO_CODE_COLUMN);
    }
    return CodeList.of(bare);
  }
}
