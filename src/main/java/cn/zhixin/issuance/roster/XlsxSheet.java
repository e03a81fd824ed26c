package cn.zhixin.issuance.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook, streamed.
 *
 * @param index from 0
 */
record XlsxSheet(Path file, int index, String name) implements Sheet {
  @Override
  public void visit(Visitor visitor) throws IOException, MalformedRoster {
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        Stream<Row> stream = workbook.getSheet(index).orElseThrow().openStream()) {
      Iterator<Row> rows = stream.iterator();
      XlsxCells cells = new XlsxCells(workbook.isDate1904());
      int last = 0;
      for (SheetRow row = next(rows, cells, last); row != null; row = next(rows, cells, last)) {
        last = row.number();
        if (!visitor.see(row)) {
          return;
        }
      }
    }
  }

  /** Null after the last row. What the library throws at broken files is of many kinds. */
  private static @Nullable SheetRow next(Iterator<Row> rows, XlsxCells cells, int last)
      throws MalformedRoster {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      Row row = rows.next();
      if (row.getCellCount() > RosterLimits.COLUMNS && hasContentBeyond(row)) {
        throw new MalformedRoster(RosterFault.TOO_MANY_COLUMNS, RosterLimits.COLUMNS);
      }
      List<Cell> content = new ArrayList<>();
      for (int i = 0; i < Math.min(row.getCellCount(), RosterLimits.COLUMNS); i++) {
        content.add(cells.read(row.getCell(i)));
      }
      return new SheetRow(row.getRowNum(), content);
    } catch (ExcelReaderException
        | UncheckedIOException
        | IllegalArgumentException
        | ArithmeticException
        | IndexOutOfBoundsException
        | NoSuchElementException e) {
      throw new MalformedRoster(RosterFault.DAMAGED, last);
    }
  }

  private static boolean hasContentBeyond(Row row) {
    return row.stream()
        .skip(RosterLimits.COLUMNS)
        .anyMatch(cell -> cell != null && !cell.getText().isBlank());
  }
}
