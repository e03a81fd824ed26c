package cn.zhixin.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into records (RFC 4180, any separator, any line ends). Numbers rows as a
 * spreadsheet would: a value with line breaks in quotes is one row. Holds one row at a time.
 */
final class CsvParser {
  private static final int END = -1;

  private final Reader text;
  private final char separator;
  private final int columns;
  private final char[] part = new char[1 << 13];
  private final StringBuilder value = new StringBuilder();
  private int filled;
  private int position;
  private int row;

  CsvParser(Reader text, char separator, int columns) {
    this.text = text;
    this.separator = separator;
    this.columns = columns;
  }

  /** The next record, null after the last. */
  @Nullable SheetRow next() throws IOException, MalformedSheet {
    if (peek() == END) {
      return null;
    }
    row++;
    List<Cell> cells = new ArrayList<>();
    do {
      if (cells.size() == columns) {
        throw new MalformedSheet(SheetFault.TOO_MANY_COLUMNS, columns);
      }
      cells.add(cell());
    } while (take(separator));
    take('\r');
    take('\n');
    return new SheetRow(row, cells);
  }

  private Cell cell() throws IOException, MalformedSheet {
    value.setLength(0);
    if (take('"')) {
      quoted();
    }
    while (!endsValue(peek())) {
      append(SheetFault.NOT_A_TABLE);
    }
    return value.length() == 0 ? Cell.BLANK : new Cell.Text(value.toString());
  }

  /** Up to behind the closing mark; two of them are one within. */
  private void quoted() throws IOException, MalformedSheet {
    while (true) {
      if (peek() == END) {
        throw new MalformedSheet(SheetFault.UNCLOSED_QUOTE, row);
      }
      if (take('"') && peek() != '"') {
        return;
      }
      append(SheetFault.UNCLOSED_QUOTE);
    }
  }

  private void append(SheetFault beyond) throws MalformedSheet {
    if (value.length() == SheetLimits.CELL) {
      throw beyond == SheetFault.UNCLOSED_QUOTE
          ? new MalformedSheet(beyond, row)
          : new MalformedSheet(beyond);
    }
    value.append(part[position++]);
  }

  private boolean endsValue(int c) {
    return c == separator || c == '\n' || c == '\r' || c == END;
  }

  private boolean take(char wanted) throws IOException {
    boolean there = peek() == wanted;
    position += there ? 1 : 0;
    return there;
  }

  /** Sees to it that the next character stands at the position. */
  private int peek() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, text.read(part));
    }
    return position == filled ? END : part[position];
  }
}
