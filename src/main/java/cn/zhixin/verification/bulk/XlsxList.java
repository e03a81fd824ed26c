package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The first visible sheet of an Excel workbook (ISO/IEC 29500), streamed. */
final class XlsxList {
  private static final int MOST_COLUMNS = 256;
  private static final int LONGEST_NUMBER = 40;

  private final Bytes file;

  XlsxList(Bytes file) {
    this.file = file;
  }

  void read(TableReading table) throws MalformedList {
    WorkbookBounds.require(file);
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(new ByteArrayInputStream(file.unsafeArray()));
        Stream<Row> rows = first(workbook).openStream()) {
      Iterator<Row> each = rows.iterator();
      while (each.hasNext()) {
        Row row = each.next();
        table.see(row.getRowNum(), texts(row));
      }
    } catch (RuntimeException | IOException e) {
      throw damaged(e);
    } catch (Exception e) {
      // the library throws an XML exception that it does not declare
      if (e instanceof MalformedList malformed) {
        throw malformed;
      }
      if (e instanceof XMLStreamException) {
        throw damaged(e);
      }
      throw new IllegalStateException(e);
    }
  }

  private static MalformedList damaged(Exception cause) {
    MalformedList damaged = new MalformedList(ListFault.DAMAGED);
    damaged.initCause(cause);
    return damaged;
  }

  private static Sheet first(ReadableWorkbook workbook) throws MalformedList {
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseThrow(() -> new MalformedList(ListFault.EMPTY));
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
      texts.add(text(row.getCell(i)));
    }
    return texts;
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getValue() == null) {
      return "";
    }
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    BigDecimal number = cell.asNumber().stripTrailingZeros();
    // written out, an exponent of a million would fill the memory
    boolean usual = Math.abs(number.scale()) <= LONGEST_NUMBER;
    return usual ? number.toPlainString() : number.toString();
  }
}
