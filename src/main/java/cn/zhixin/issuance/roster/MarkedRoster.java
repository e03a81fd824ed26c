package cn.zhixin.issuance.roster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;

/**
 * A copy of a roster as xlsx in which faulty cells are coloured and a column 问题与处理 says what to do.
 * Mended and brought again it is read like any roster: that column is ignored.
 *
 * <p>The copy holds the roster's personal data and is for the committee only. A formula becomes the
 * text of itself.
 */
public final class MarkedRoster {
  static final String HEADING = "问题与处理";
  private static final String ACCEPTED = "已受理";

  private MarkedRoster() {}

  /**
   * Writes the copy.
   *
   * @param original the file that the roster was read from, unchanged since
   */
  public static void write(Path original, Roster roster, Path target, MarkedRows which)
      throws IOException, MalformedRoster {
    Sheet sheet = RosterSheet.find(RosterFile.open(original));
    Map<Integer, RosterRow> rows = new HashMap<>();
    roster.rows().forEach(row -> rows.put(row.sheetRow(), row));
    int headingRow = roster.headings().row();
    int remarks = remarkColumn(roster.headings(), sheet);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
        Workbook workbook = new Workbook(file, "Zhixin", "1.0")) {
      MarkedSheet copy = new MarkedSheet(workbook.newWorksheet(roster.sheet()), remarks);
      sheet.visit(
          row -> {
            if (which == MarkedRows.ALL) {
              copy.continueAt(row.number());
            }
            RosterRow checked = rows.get(row.number());
            if (checked instanceof RosterRow.Rejected rejected) {
              copy.addRejected(row, rejected.problems(), words(rejected.problems()));
            } else if (row.number() == headingRow) {
              copy.addHeadings(row, HEADING);
            } else if (checked == null) {
              copy.add(row, "", Set.of());
            } else if (which == MarkedRows.ALL) {
              copy.add(row, ACCEPTED, Set.of());
            }
            return true;
          });
    }
  }

  /** Where the roster has such a column from before, or else the first that no row uses. */
  private static int remarkColumn(Headings headings, Sheet sheet)
      throws IOException, MalformedRoster {
    int earlier = headings.texts().indexOf(HEADING);
    if (earlier >= 0) {
      return earlier;
    }
    AtomicInteger free = new AtomicInteger();
    sheet.visit(
        row -> {
          int used = row.cells().size();
          while (used > free.get() && row.cell(used - 1).isBlank()) {
            used--;
          }
          free.accumulateAndGet(used, Math::max);
          return true;
        });
    return free.get();
  }

  private static String words(List<RosterProblem> problems) {
    return problems.stream().map(MarkedRoster::words).collect(Collectors.joining("\n"));
  }

  private static String words(RosterProblem problem) {
    String column = problem.position() < 0 ? "" : problem.columnLetter() + " 列";
    return column + "“" + problem.heading() + "”：" + problem.chinese();
  }
}
