package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.Cell;
import cn.zhixin.sheet.MalformedSheet;
import cn.zhixin.sheet.Sheet;
import cn.zhixin.sheet.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the columns of a roster stand.
 *
 * @param row number of the row with the headings
 * @param columns column → position from 0
 * @param texts all headings by position, as typed
 */
public record Headings(int row, Map<RosterColumn, Integer> columns, List<String> texts) {
  /** A row with fewer known headings is no heading row. */
  private static final int FEWEST = 3;

  private static final int SHOWN = 20;

  public Headings {
    columns = Map.copyOf(columns);
    texts = List.copyOf(texts);
  }

  /** How many different columns a row would name, were it the headings. */
  static int known(SheetRow row) {
    Set<RosterColumn> known = EnumSet.noneOf(RosterColumn.class);
    row.cells().forEach(cell -> RosterColumn.headed(cell.text()).ifPresent(known::add));
    return known.size();
  }

  static boolean isLikely(SheetRow row) {
    return known(row) >= FEWEST;
  }

  /** The first row with the most known headings near the top of a sheet. */
  static HeadingCandidate best(Sheet sheet) throws IOException, MalformedSheet {
    HeadingCandidate best = new HeadingCandidate();
    sheet.visit(
        row -> {
          if (!row.isBlank()) {
            best.see(row);
          }
          return row.number() < RosterLimits.HEADING_ROWS;
        });
    return best;
  }

  /**
   * Reads the headings of a row.
   *
   * @param needless compulsory columns that this reading can do without
   */
  static Headings of(SheetRow row, Set<RosterColumn> needless) throws MalformedRoster {
    Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String text = row.cell(i).text().strip();
      texts.add(text);
      RosterColumn column = RosterColumn.headed(text).orElse(null);
      if (column == null) {
        continue;
      }
      Integer other = columns.putIfAbsent(column, i);
      if (other != null) {
        throw new MalformedRoster(RosterFault.HEADING_TWICE, texts.get(other), text);
      }
    }
    Set<RosterColumn> missing = EnumSet.allOf(RosterColumn.class);
    missing.removeIf(column -> !column.isCompulsory() || needless.contains(column));
    missing.removeAll(columns.keySet());
    if (!missing.isEmpty()) {
      String names = missing.stream().map(RosterColumn::heading).collect(Collectors.joining("、"));
      throw new MalformedRoster(RosterFault.HEADING_MISSING, row.number(), names, shown(row));
    }
    return new Headings(row.number(), columns, texts);
  }

  /** Headings of columns that are neither read nor kept, as typed; our own remarks are left out. */
  public List<String> unread() {
    List<String> unread = new ArrayList<>();
    for (int position = 0; position < texts.size(); position++) {
      String text = texts.get(position);
      if (!text.isEmpty() && !columns.containsValue(position) && !RemarkHeadings.has(text)) {
        unread.add(shortened(text));
      }
    }
    return unread;
  }

  /** A row's cell in a column; blank if the roster has no such column. */
  Cell cell(SheetRow of, RosterColumn column) {
    Integer position = columns.get(column);
    return position == null ? Cell.BLANK : of.cell(position);
  }

  /** Spreadsheet letters of a position: 0 is A, 26 is AA. */
  static String letter(int position) {
    String letters = "";
    for (int rest = position + 1; rest > 0; rest = (rest - 1) / 26) {
      letters = (char) ('A' + (rest - 1) % 26) + letters;
    }
    return letters;
  }

  static String shown(SheetRow row) {
    return row.cells().stream()
        .map(cell -> cell.text().strip())
        .filter(text -> !text.isEmpty())
        .limit(SHOWN)
        .map(Headings::shortened)
        .collect(Collectors.joining("、"));
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
