package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.sheet.Cell;
import cn.zhixin.sheet.MalformedSheet;
import cn.zhixin.sheet.Sheet;
import cn.zhixin.sheet.SheetFile;
import cn.zhixin.sheet.SheetLimits;
import cn.zhixin.sheet.SheetRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads a list by what its bytes are: Excel (.xlsx), or text in columns. */
public final class ListFile {
  /** Bytes of a file. */
  public static final int LARGEST = 8 << 20;

  private static final SheetLimits LIMITS = new SheetLimits(LARGEST, 48L << 20, CodeList.MOST, 256);

  private ListFile() {}

  public static CodeList read(Bytes file) throws MalformedList {
    TableReading table = new TableReading();
    try {
      List<Sheet> sheets = SheetFile.open(file, LIMITS, ListFile::likelihood);
      if (!sheets.isEmpty()) {
        sheets
            .get(0)
            .visit(
                row -> {
                  table.see(row.number(), texts(row));
                  return true;
                });
      }
    } catch (MalformedSheet e) {
      throw MalformedList.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException("a list in memory", e);
    }
    return table.end();
  }

  /** A row that names the column of codes, else the one with the most columns. */
  private static int likelihood(SheetRow row) {
    int columns = row.cells().size();
    return TableHeadings.areIn(texts(row)) ? columns + LIMITS.columns() : columns - 1;
  }

  private static List<String> texts(SheetRow row) {
    return row.cells().stream().map(ListFile::text).toList();
  }

  /** What a formula came to: a list is often put together from others. */
  private static String text(Cell cell) {
    return cell instanceof Cell.Formula formula ? formula.result() : cell.text();
  }
}
