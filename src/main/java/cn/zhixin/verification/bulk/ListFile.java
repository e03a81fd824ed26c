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
import java.util.Optional;

/** Reads a list by what its bytes are: Excel (.xlsx), text in columns, or a ZIP of files. */
public final class ListFile {
  /** Bytes of a file that is no archive. */
  public static final int LARGEST = 8 << 20;

  /** Bytes that tell an archive. */
  public static final int HEAD = 4;

  private static final SheetLimits LIMITS = new SheetLimits(LARGEST, 48L << 20, CodeList.MOST, 256);

  private ListFile() {}

  /**
   * How many bytes a file may have.
   *
   * @param head its first {@link #HEAD} bytes
   */
  public static int largest(Bytes head) {
    return ArchiveFile.isZip(head) ? ArchiveFile.LARGEST : LARGEST;
  }

  public static AskedList read(Bytes file) throws MalformedList {
    Optional<FileList> archive = ArchiveFile.read(file);
    return archive.isPresent() ? archive.get() : table(file);
  }

  private static CodeList table(Bytes file) throws MalformedList {
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
