package cn.zhixin.verification.bulk.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkRow;
import cn.zhixin.verification.receipts.CertificateSummary;
import cn.zhixin.verification.web.Dates;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list with its verdicts as an Excel workbook. Every cell is text, never a formula; what somebody
 * typed is shown so that it becomes none when the sheet is saved as CSV either.
 */
final class AnswersWorkbook {
  private static final List<String> COLUMNS =
      List.of(
          "row",
          "code",
          "verdict",
          "holder",
          "title",
          "level",
          "specialty",
          "number",
          "issuer",
          "acquiredOn",
          "name",
          "identity",
          "asOf",
          "remark");

  private final Sentences sentences;
  private final RowWords words;
  private final Language language;
  private final Dates dates;

  AnswersWorkbook(Language language) {
    this.language = language;
    this.sentences = Sentences.in(language);
    this.words = new RowWords(language);
    this.dates = new Dates(language);
  }

  void write(BulkJob job, List<BulkRow> rows, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Zhixin", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(sentences.text("bulk.sheet"));
      sheet.inlineString(
          0,
          0,
          sentences.text(
              "bulk.sheet.title",
              job.organisation().name(),
              job.purpose(),
              dates.time(job.askedAt())));
      List<String> columns = columns(rows);
      for (int i = 0; i < columns.size(); i++) {
        sheet.inlineString(1, i, sentences.text("bulk.column." + columns.get(i)));
        sheet.width(i, i == 0 ? 8 : 22);
      }
      sheet.range(1, 0, 1, columns.size() - 1).style().bold().set();
      sheet.freezePane(0, 2);
      int at = 2;
      for (BulkRow row : rows) {
        List<String> cells = cells(row);
        for (int i = 0; i < cells.size(); i++) {
          if (!cells.get(i).isEmpty()) {
            sheet.inlineString(at, i, cells.get(i));
          }
        }
        at++;
      }
      sheet.range(0, 0, at - 1, columns.size() - 1).style().format("@").set();
    }
  }

  /** A list of files has one column more, behind the row's number. */
  private static List<String> columns(List<BulkRow> rows) {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (rows.stream().anyMatch(row -> row.file() != null)) {
      columns.add(1, "file");
    }
    return columns;
  }

  private List<String> cells(BulkRow row) {
    List<String> cells = new ArrayList<>(ofCode(row));
    if (row.file() != null) {
      cells.add(1, harmless(row.file().name()));
    }
    return cells;
  }

  private List<String> ofCode(BulkRow row) {
    CertificateSummary found = row.summary();
    Instant asOf = row.asOf();
    return List.of(
        String.valueOf(row.row()),
        row.code() == null
            ? harmless(Objects.requireNonNullElse(row.typed(), ""))
            : row.code().grouped(),
        words.outcome(row.outcome()),
        found == null ? "" : harmless(found.holderName()),
        found == null ? "" : found.title().in(language),
        found == null ? "" : found.level().in(language),
        found == null ? "" : harmless(found.specialty()),
        found == null ? "" : found.number(),
        found == null ? "" : found.issuer().in(language),
        found == null ? "" : found.acquiredOn(),
        words.comparison(row.name()),
        words.comparison(row.identity()),
        asOf == null ? "" : dates.time(asOf),
        words.remark(row));
  }

  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
