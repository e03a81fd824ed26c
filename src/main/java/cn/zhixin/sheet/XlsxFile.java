package cn.zhixin.sheet;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Office Open XML workbook (ISO/IEC 29500). */
final class XlsxFile {
  private XlsxFile() {}

  static List<Sheet> open(SheetSource source, SheetLimits limits) throws MalformedSheet {
    XlsxBounds.check(source, limits);
    return XlsxReading.read(0, () -> sheets(source, limits.columns()));
  }

  private static List<Sheet> sheets(SheetSource source, int columns) throws IOException {
    try (ReadableWorkbook workbook = source.workbook()) {
      return workbook
          .getSheets()
          .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
          .<Sheet>map(sheet -> new XlsxSheet(source, columns, sheet.getIndex(), sheet.getName()))
          .toList();
    }
  }
}
