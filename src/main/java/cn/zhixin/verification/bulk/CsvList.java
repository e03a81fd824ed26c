package cn.zhixin.verification.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in columns (RFC 4180), divided by whichever of comma, semicolon and tab its top has most.
 */
final class CsvList {
  private static final int MOST_COLUMNS = 256;

  private final String text;
  private final char separator;
  private int at;

  CsvList(String text) {
    this.text = text;
    this.separator = separator(text.substring(0, Math.min(text.length(), 2_000)));
  }

  private static char separator(String top) {
    char best = ',';
    for (char each : new char[] {';', '\t'}) {
      if (count(top, each) > count(top, best)) {
        best = each;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  void read(TableReading table) throws MalformedList {
    for (int row = 1; at < text.length(); row++) {
      table.see(row, record());
    }
  }

  private List<String> record() throws MalformedList {
    List<String> cells = new ArrayList<>();
    do {
      if (cells.size() == MOST_COLUMNS) {
        throw new MalformedList(ListFault.NOT_A_TABLE);
      }
      cells.add(cell());
    } while (take(separator));
    take('\r');
    take('\n');
    return cells;
  }

  private String cell() throws MalformedList {
    StringBuilder value = new StringBuilder();
    if (take('"')) {
      int quote = closing();
      value.append(text, at, quote);
      at = quote + 1;
      while (take('"')) {
        quote = closing();
        value.append('"').append(text, at, quote);
        at = quote + 1;
      }
    }
    int start = at;
    while (at < text.length() && !endsCell(text.charAt(at))) {
      at++;
    }
    return value.append(text, start, at).toString();
  }

  private int closing() throws MalformedList {
    int quote = text.indexOf('"', at);
    if (quote < 0) {
      throw new MalformedList(ListFault.NOT_A_TABLE);
    }
    return quote;
  }

  private boolean endsCell(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private boolean take(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }
}
