package cn.zhixin.sheet;

import java.math.BigDecimal;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Turns the library's cells into ours. */
final class XlsxCells {
  /** Days from Excel's first epoch to the one that old Macintosh workbooks count from. */
  private static final BigDecimal EPOCH_1904 = BigDecimal.valueOf(1462);

  private static final String DATE = "yyyy-mm-dd";
  private final boolean counts1904;

  XlsxCells(boolean counts1904) {
    this.counts1904 = counts1904;
  }

  Cell read(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
    if (cell == null) {
      return Cell.BLANK;
    }
    if (cell.getFormula() != null && !cell.getFormula().isEmpty()) {
      return new Cell.Formula("=" + cell.getFormula(), result(cell));
    }
    CellType type = cell.getType();
    if (type == CellType.NUMBER && cell.getValue() instanceof BigDecimal value) {
      String format = format(cell);
      return new Cell.Number(
          counts1904 && format != null && ExcelDates.isDateFormat(format)
              ? value.add(EPOCH_1904)
              : value,
          format);
    }
    String text = cell.getValue() == null ? "" : cell.getText();
    return switch (type) {
      case STRING -> text.isEmpty() ? Cell.BLANK : new Cell.Text(text);
      case EMPTY -> Cell.BLANK;
      case FORMULA -> new Cell.Formula("=" + text, text);
      case NUMBER, BOOLEAN, ERROR -> new Cell.Other(text);
    };
  }

  private static String result(org.dhatim.fastexcel.reader.Cell cell) {
    return cell.getValue() == null ? "" : cell.getText();
  }

  /** Formats 14 to 22 are dates that a workbook need not spell out (ISO/IEC 29500-1 §18.8.30). */
  private static @Nullable String format(org.dhatim.fastexcel.reader.Cell cell) {
    String format = cell.getDataFormatString();
    if (format != null) {
      return format;
    }
    Integer id = cell.getDataFormatId();
    return id != null
            && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)
        ? DATE
        : null;
  }
}
