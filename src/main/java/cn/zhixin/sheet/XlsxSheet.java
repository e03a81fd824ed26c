package cn.zhixin.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * One sheet of a workbook, streamed.
 *
 * @param index from 0
 */
record XlsxSheet(SheetSource source, int columns, int index, String name) implements Sheet {
  @Override
  public <X extends Exception> void visit(Visitor<X> visitor)
      throws IOException, MalformedSheet, X {
    try (ReadableWorkbook workbook = XlsxReading.read(0, source::workbook);
        Stream<Row> stream =
            XlsxReading.read(0, () -> workbook.getSheet(index).orElseThrow().openStream())) {
      Iterator<Row> rows = stream.iterator();
      XlsxCells cells = new XlsxCells(workbook.isDate1904());
      int last = 0;
      Optional<SheetRow> row = next(rows, cells, last);
      while (row.isPresent() && visitor.see(row.get())) {
        last = row.get().number();
        row = next(rows, cells, last);
      }
    }
  }

  /** Empty after the last row. */
  private Optional<SheetRow> next(Iterator<Row> rows, XlsxCells cells, int last)
      throws MalformedSheet {
    return XlsxReading.read(
        last, () -> rows.hasNext() ? Optional.of(convert(rows.next(), cells)) : Optional.empty());
  }

  private SheetRow convert(Row row, XlsxCells cells) throws MalformedSheet {
    if (row.getCellCount() > columns && hasContentBeyond(row)) {
      throw new MalformedSheet(SheetFault.TOO_MANY_COLUMNS, columns);
    }
    List<Cell> content = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), columns); i++) {
      content.add(cells.read(row.getCell(i)));
    }
    return new SheetRow(row.getRowNum(), content);
  }

  private boolean hasContentBeyond(Row row) {
    return row.stream().skip(columns).anyMatch(cell -> cell != null && !cell.getText().isBlank());
  }
}
