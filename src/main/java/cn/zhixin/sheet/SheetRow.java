package cn.zhixin.sheet;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param cells from column A on, without gaps
 */
public record SheetRow(int number, List<Cell> cells) {
  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** The cell of a column counted from 0; blank beyond the row's end. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.BLANK;
  }

  public boolean isBlank() {
    return cells.stream().allMatch(Cell::isBlank);
  }
}
