package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.InvalidCopy;
import cn.zhixin.issuance.RowResult;
import cn.zhixin.issuance.roster.MalformedRoster;
import cn.zhixin.issuance.roster.MarkedRoster;
import cn.zhixin.issuance.roster.MarkedRows;
import cn.zhixin.issuance.roster.RemarkHeadings;
import cn.zhixin.issuance.roster.Roster;
import cn.zhixin.issuance.roster.RowRemark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The copies of a roster beside its certificates: who has which one, always; and with faults, the
 * one that the committee mends and brings again.
 */
final class RosterCopies {
  private static final String MARKED = "-marked.xlsx";
  private static final String RESULTS = "-results.xlsx";

  private final Path original;
  private final Path marked;
  private final Path results;
  private final Texts texts;

  RosterCopies(Path original, Path folder, Texts texts) {
    Path name = original.getFileName();
    String stem =
        name == null
            ? "roster"
            : name.toString().replaceFirst("\\.[^.]*$", "").replaceFirst("-(marked|results)$", "");
    this.original = original;
    this.marked = folder.resolve(stem + MARKED);
    this.results = folder.resolve(stem + RESULTS);
    this.texts = texts;
  }

  /** Who has which certificate; replaces that of an earlier run. */
  Path writeResults(Roster roster, List<RowResult> rows, List<InvalidCopy> copies)
      throws IOException, MalformedRoster {
    RemarkHeadings headings =
        texts.isEnglish() ? RemarkHeadings.RESULTS_ENGLISH : RemarkHeadings.RESULTS;
    return write(results, headings, roster, rows, copies);
  }

  /** What is to be mended; replaces that of an earlier run. */
  Path writeMarked(Roster roster, List<RowResult> rows, List<InvalidCopy> copies)
      throws IOException, MalformedRoster {
    RemarkHeadings headings =
        texts.isEnglish() ? RemarkHeadings.PROBLEMS_ENGLISH : RemarkHeadings.PROBLEMS;
    return write(marked, headings, roster, rows, copies);
  }

  /** Faults of an earlier run are none of this; a file that was brought now stays. */
  void removeMarked() throws IOException {
    if (Files.exists(marked) && !Files.isSameFile(marked, original)) {
      Files.delete(marked);
    }
  }

  private Path write(
      Path target,
      RemarkHeadings headings,
      Roster roster,
      List<RowResult> rows,
      List<InvalidCopy> copies)
      throws IOException, MalformedRoster {
    Map<Integer, RowRemark> remarks = new HashMap<>();
    RowWords words = new RowWords(texts);
    rows.forEach(row -> remarks.put(row.sheetRow(), words.remark(row, copies)));
    MarkedRoster.write(original, roster, target, MarkedRows.ALL, headings, remarks);
    return target;
  }
}
