package cn.zhixin.issuance.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * One sheet of a workbook, streamed.
 *
 * @param index from 0
 */
record XlsxSheet(Path file, int index, String name) implements Sheet {
  @Override
  public void visit(Visitor visitor) throws IOException, MalformedRoster {
    try (ReadableWorkbook workbook = XlsxReading.read(0, this::open);
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

  private ReadableWorkbook open() throws IOException {
    return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
  }

  /** Empty after the last row. */
  private static Optional<SheetRow> next(Iterator<Row> rows, XlsxCells cells, int last)
      throws MalformedRoster {
    return XlsxReading.read(
        last, () -> rows.hasNext() ? Optional.of(convert(rows.next(), cells)) : Optional.empty());
  }

  private static SheetRow convert(Row row, XlsxCells cells) throws MalformedRoster {
    if (row.getCellCount() > RosterLimits.COLUMNS && hasContentBeyond(row)) {
      throw new MalformedRoster(RosterFault.TOO_MANY_COLUMNS, RosterLimits.COLUMNS);
    }
    List<Cell> content = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), RosterLimits.COLUMNS); i++) {
      content.add(cells.read(row.getCell(i)));
    }
    return new SheetRow(row.getRowNum(), content);
  }

  private static boolean hasContentBeyond(Row row) {
    return row.stream()
        .skip(RosterLimits.COLUMNS)
        .anyMatch(cell -> cell != null && !cell.getText().isBlank());
  }
}
