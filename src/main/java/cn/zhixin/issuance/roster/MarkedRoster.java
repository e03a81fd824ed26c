package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.MalformedSheet;
import cn.zhixin.sheet.Sheet;
import cn.zhixin.sheet.SheetRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;

/**
 * A copy of a roster as xlsx in which faulty cells are coloured and a column says what to do, or
 * what became of the row; two more hold number and code of its certificate. Mended and brought
 * again it is read like any roster: those columns are ignored.
 *
 * <p>The copy holds the roster's personal data and is for the committee only. A formula becomes the
 * text of itself.
 */
public final class MarkedRoster {
  static final String HEADING = RemarkHeadings.PROBLEMS.words().get(0);
  private static final RowRemark ACCEPTED = new RowRemark("已受理", "", "", false, Set.of());

  private MarkedRoster() {}

  /** Writes the copy in Chinese as the roster was checked, before anything was issued. */
  public static void write(Path original, Roster roster, Path target, MarkedRows which)
      throws IOException, MalformedRoster {
    write(original, roster, target, which, RemarkHeadings.PROBLEMS, Map.of());
  }

  /**
   * Writes the copy; the target is replaced only when it is complete, and may be the original.
   *
   * @param original the file that the roster was read from, unchanged since
   * @param remarks of accepted rows, by sheet row
   */
  public static void write(
      Path original,
      Roster roster,
      Path target,
      MarkedRows which,
      RemarkHeadings headings,
      Map<Integer, RowRemark> remarks)
      throws IOException, MalformedRoster {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    Path partial = Files.createTempFile(folder, ".zhixin-", ".partial");
    try {
      writeNow(original, roster, partial, which, headings, remarks);
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (MalformedSheet e) {
      throw MalformedRoster.of(e);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void writeNow(
      Path original,
      Roster roster,
      Path target,
      MarkedRows which,
      RemarkHeadings headings,
      Map<Integer, RowRemark> remarks)
      throws IOException, MalformedRoster, MalformedSheet {
    Sheet sheet = RosterSheet.find(RosterFile.open(original));
    Map<Integer, RosterRow> rows = new HashMap<>();
    roster.rows().forEach(row -> rows.put(row.sheetRow(), row));
    int headingRow = roster.headings().row();
    List<Integer> positions = RemarkHeadings.positions(roster.headings().texts(), firstFree(sheet));
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
        Workbook workbook = new Workbook(file, "Zhixin", "1.0")) {
      MarkedSheet copy = new MarkedSheet(workbook.newWorksheet(roster.sheet()), positions);
      sheet.visit(
          row -> {
            if (which == MarkedRows.ALL) {
              copy.continueAt(row.number());
            }
            RosterRow checked = rows.get(row.number());
            if (checked instanceof RosterRow.Rejected rejected) {
              copy.addFaulty(
                  row,
                  List.of(words(rejected.problems(), headings.english())),
                  rejected.problems().stream()
                      .map(RosterProblem::position)
                      .collect(Collectors.toSet()));
            } else if (row.number() == headingRow) {
              copy.addHeadings(row, headings.words());
            } else if (checked == null) {
              copy.add(row, List.of(), Set.of());
            } else if (which == MarkedRows.ALL) {
              add(copy, row, remarks.getOrDefault(row.number(), ACCEPTED), roster.headings());
            }
            return true;
          });
    }
  }

  private static void add(MarkedSheet copy, SheetRow row, RowRemark remark, Headings headings) {
    List<String> words = List.of(remark.words(), remark.number(), remark.code());
    if (remark.faulty()) {
      copy.addFaulty(
          row,
          words,
          remark.columns().stream()
              .map(column -> headings.columns().getOrDefault(column, -1))
              .collect(Collectors.toSet()));
    } else {
      copy.add(row, words, Set.of());
    }
  }

  /** The first column that no row uses. */
  private static int firstFree(Sheet sheet) throws IOException, MalformedSheet {
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

  private static String words(List<RosterProblem> problems, boolean english) {
    return problems.stream()
        .map(problem -> english ? englishWords(problem) : words(problem))
        .collect(Collectors.joining("\n"));
  }

  private static String words(RosterProblem problem) {
    String column = problem.position() < 0 ? "" : problem.columnLetter() + " 列";
    return column + "“" + problem.heading() + "”：" + problem.chinese();
  }

  private static String englishWords(RosterProblem problem) {
    String column = problem.position() < 0 ? "" : "Column " + problem.columnLetter() + " ";
    return column + "\"" + problem.heading() + "\": " + problem.english();
  }
}
