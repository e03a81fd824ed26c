package cn.zhixin.sheet;

import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part of a workbook, looked through before it is read. */
final class XlsxPart {
  private static final int MOST_ROWS = 1_048_576;

  /** Rows and columns as far as Excel has them: A1 to XFD1048576. */
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[1-9][0-9]{0,6}");

  private XlsxPart() {}

  /**
   * Sees that the part is well-formed, has no DTD and no cell outside a sheet: the library makes
   * room for every column up to the address of a cell.
   */
  static void check(InputStream part, SheetLimits limits)
      throws XMLStreamException, MalformedSheet {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(part);
    int rows = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new MalformedSheet(SheetFault.UNREADABLE_WORKBOOK);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        rows += reader.getLocalName().equals("row") ? 1 : 0;
        if (rows > MOST_ROWS) {
          throw new MalformedSheet(SheetFault.TOO_MANY_ROWS, limits.rows());
        }
        checkAddress(reader, rows);
      }
    }
  }

  private static void checkAddress(XMLStreamReader reader, int row) throws MalformedSheet {
    String address = reader.getLocalName().equals("c") ? reader.getAttributeValue(null, "r") : null;
    if (address != null && !ADDRESS.matcher(address).matches()) {
      throw new MalformedSheet(SheetFault.DAMAGED, row);
    }
  }
}
