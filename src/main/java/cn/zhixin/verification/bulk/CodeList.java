package cn.zhixin.verification.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * Certificates to ask about, in the order of the list.
 *
 * @param rows at least one, at most {@link #MOST}
 */
public record CodeList(List<ListedRow> rows) implements AskedList {
  public static final int MOST = 10_000;

  public CodeList {
    rows = List.copyOf(rows);
  }

  @Override
  public int size() {
    return rows.size();
  }

  public static CodeList of(List<ListedRow> rows) throws MalformedList {
    if (rows.isEmpty()) {
      throw new MalformedList(ListFault.EMPTY);
    }
    if (rows.size() > MOST) {
      throw new MalformedList(ListFault.TOO_MANY_ROWS);
    }
    return new CodeList(rows);
  }

  /** One code a line, also between commas or semicolons; the row is the line. */
  public static CodeList pasted(String text) throws MalformedList {
    List<ListedRow> rows = new ArrayList<>();
    int line = 0;
    for (String each : (Iterable<String>) text.lines()::iterator) {
      line++;
      for (String code : each.split("[,;，；、\\t]")) {
        if (!code.isBlank()) {
          rows.add(new ListedRow(line, code.strip(), "", ""));
        }
        if (rows.size() > MOST) {
          throw new MalformedList(ListFault.TOO_MANY_ROWS);
        }
      }
    }
    return of(numberedApart(rows));
  }

  /** Several codes in one line: then all are counted one by one. */
  private static List<ListedRow> numberedApart(List<ListedRow> rows) {
    long lines = rows.stream().map(ListedRow::row).distinct().count();
    if (lines == rows.size()) {
      return rows;
    }
    List<ListedRow> counted = new ArrayList<>();
    for (ListedRow row : rows) {
      counted.add(new ListedRow(counted.size() + 1, row.code(), "", ""));
    }
    return counted;
  }
}
