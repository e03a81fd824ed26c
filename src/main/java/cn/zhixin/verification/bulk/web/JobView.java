package cn.zhixin.verification.bulk.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkRow;
import cn.zhixin.verification.bulk.Comparison;
import cn.zhixin.verification.receipts.CertificateSummary;
import cn.zhixin.verification.web.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list as its page shows it.
 *
 * @param counts outcomes that occur, the gravest first
 * @param lines those that are shown
 * @param hidden how many more there are
 */
record JobView(
    String id,
    String state,
    String purpose,
    String askedAt,
    int rows,
    int answered,
    int percent,
    List<Count> counts,
    List<Line> lines,
    int hidden) {
  /** Rows on one page; all of them are in the workbook. */
  private static final int MOST = 500;

  private static final List<String> ORDER =
      List.of(
          "REVOKED",
          "SUSPENDED",
          "CANCELLED",
          "SUPERSEDED",
          "ALTERED",
          "RECEIPT_ALTERED",
          "RECEIPT_FOREIGN",
          "ELSEWHERE",
          "NOT_FOUND",
          "UNCONFIRMED",
          "SEVERAL",
          "NO_CERTIFICATE",
          "UNREADABLE",
          "RECEIPT",
          "COPY",
          "MISTYPED",
          "MALFORMED",
          "NO_CODE",
          "WAITING",
          "VALID");

  JobView {
    counts = List.copyOf(counts);
    lines = List.copyOf(lines);
  }

  /** How many rows came to an outcome. */
  record Count(String outcome, int count) {}

  /** One row of the table; of a list of files with the file's name. */
  record Line(
      int row,
      String file,
      String code,
      String page,
      String outcome,
      String holder,
      String title,
      String issuer,
      List<Compared> compared,
      String remark) {
    Line {
      compared = List.copyOf(compared);
    }

    /** Of its own for every verdict; one for all that is not to be relied on. */
    public String icon() {
      return switch (outcome) {
        case "ALTERED", "ELSEWHERE", "RECEIPT_ALTERED", "RECEIPT_FOREIGN" -> "DIFFERS";
        default -> outcome;
      };
    }
  }

  /** What became of something that the list says of a holder. */
  record Compared(String what, String outcome, boolean differs) {}

  static JobView of(BulkJob job, List<BulkRow> rows, String shown, Language language) {
    Map<String, Integer> counts = JobJson.counts(rows);
    List<Count> ordered = new ArrayList<>();
    for (String outcome : ORDER) {
      if (counts.containsKey(outcome)) {
        ordered.add(new Count(outcome, counts.get(outcome)));
      }
    }
    List<BulkRow> wanted =
        rows.stream().filter(row -> shown.isEmpty() || row.outcome().equals(shown)).toList();
    RowWords words = new RowWords(language);
    return new JobView(
        job.id(),
        job.state().name(),
        job.purpose(),
        new Dates(language).time(job.askedAt()),
        job.rows(),
        job.answered(),
        (int) (100L * job.answered() / job.rows()),
        ordered,
        wanted.stream().limit(MOST).map(row -> line(row, words, language)).toList(),
        Math.max(0, wanted.size() - MOST));
  }

  private static Line line(BulkRow row, RowWords words, Language language) {
    CertificateSummary found = row.summary();
    List<Compared> compared = new ArrayList<>();
    addTo(compared, "name", row.name(), words);
    addTo(compared, "identity", row.identity(), words);
    String text =
        row.code() != null ? row.code().grouped() : Objects.requireNonNullElse(row.typed(), "");
    return new Line(
        row.row(),
        row.file() == null ? "" : row.file().name(),
        text,
        row.code() == null ? "" : "/v/" + row.code(),
        row.outcome(),
        found == null ? "" : found.holderName(),
        found == null ? "" : found.title().in(language),
        found == null ? "" : found.issuer().in(language),
        compared,
        words.remark(row));
  }

  private static void addTo(
      List<Compared> compared, String column, @Nullable Comparison comparison, RowWords words) {
    if (comparison != null) {
      compared.add(
          new Compared(
              words.column(column),
              words.comparison(comparison),
              comparison == Comparison.DIFFERS));
    }
  }
}
