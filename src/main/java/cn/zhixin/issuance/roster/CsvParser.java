package cn.zhixin.issuance.roster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into records (RFC 4180, any separator, any line ends). Numbers rows as a
 * spreadsheet would: a value with line breaks in quotes is one row.
 */
final class CsvParser {
  private final String text;
  private final char separator;
  private int position;
  private int row;

  CsvParser(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** The next record, null after the last. */
  @Nullable SheetRow next() throws MalformedRoster {
    if (position >= text.length()) {
      return null;
    }
    row++;
    List<Cell> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      if (cells.size() == RosterLimits.COLUMNS) {
        throw new MalformedRoster(RosterFault.TOO_MANY_COLUMNS, RosterLimits.COLUMNS);
      }
      String value = atQuote() ? quoted() : plain();
      cells.add(value.isEmpty() ? Cell.BLANK : new Cell.Text(value));
      more = position < text.length() && text.charAt(position) == separator;
      if (more) {
        position++;
      }
    }
    skipLineEnd();
    return new SheetRow(row, cells);
  }

  private boolean atQuote() {
    return position < text.length() && text.charAt(position) == '"';
  }

  private String plain() {
    int start = position;
    while (position < text.length() && !endsValue(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private String quoted() throws MalformedRoster {
    StringBuilder value = new StringBuilder();
    position++;
    while (true) {
      int quote = text.indexOf('"', position);
      if (quote < 0) {
        throw new MalformedRoster(RosterFault.UNCLOSED_QUOTE, row);
      }
      value.append(text, position, quote);
      position = quote + 1;
      if (!atQuote()) {
        return value.append(plain()).toString();
      }
      value.append('"');
      position++;
    }
  }

  private boolean endsValue(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private void skipLineEnd() {
    if (position < text.length() && text.charAt(position) == '\r') {
      position++;
    }
    if (position < text.length() && text.charAt(position) == '\n') {
      position++;
    }
  }
}
