package cn.zhixin.issuance.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Office Open XML workbook (ISO/IEC 29500). */
final class XlsxFile {
  private XlsxFile() {}

  static List<Sheet> open(Path file) throws IOException, MalformedRoster {
    XlsxBounds.check(file);
    return XlsxReading.read(0, () -> sheets(file));
  }

  private static List<Sheet> sheets(Path file) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      return workbook
          .getSheets()
          .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
          .<Sheet>map(sheet -> new XlsxSheet(file, sheet.getIndex(), sheet.getName()))
          .toList();
    }
  }
}
