package cn.zhixin.sheet;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** Calls into the library that reads workbooks, whose failures at broken files are of any kind. */
final class XlsxReading {
  private XlsxReading() {}

  /** A step that only reads from the workbook. */
  interface Step<T> {
    /** The XML exception is thrown by the library without being declared. */
    T read() throws IOException, MalformedSheet, XMLStreamException;
  }

  /**
   * Takes a step and calls whatever goes wrong in it damage of the file, which was seen to be
   * readable before.
   *
   * @param last row that was read; 0 before the first
   */
  static <T> T read(int last, Step<T> step) throws MalformedSheet {
    try {
      return step.read();
    } catch (RuntimeException | IOException | XMLStreamException e) {
      MalformedSheet damaged =
          last == 0
              ? new MalformedSheet(SheetFault.UNREADABLE_WORKBOOK)
              : new MalformedSheet(SheetFault.DAMAGED, last);
      damaged.initCause(e);
      throw damaged;
    }
  }
}
