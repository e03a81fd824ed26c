package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.FailedChunk;
import cn.zhixin.issuance.InvalidCopy;
import cn.zhixin.issuance.IssuedDocuments;
import cn.zhixin.issuance.RowResult;
import cn.zhixin.issuance.roster.RosterProblem;
import cn.zhixin.issuance.roster.RosterRow;
import cn.zhixin.signing.TimeStampCost;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Says what became of a roster: counts, and each row without the certificate it asks for. */
final class IssueReport {
  private final PrintWriter out;
  private final Texts texts;
  private final IssuedDocuments documents;

  IssueReport(PrintWriter out, Texts texts, IssuedDocuments documents) {
    this.out = out;
    this.texts = texts;
    this.documents = documents;
  }

  /**
   * @param took from the order to the last certificate
   * @param stamps of that time
   */
  void outcomes(List<RowResult> rows, Duration took, TimeStampCost stamps) {
    List<RowResult> issued = of(rows, RowResult.Kind.ISSUED);
    List<RowResult> already = of(rows, RowResult.Kind.ALREADY_ISSUED);
    if (rows.stream().allMatch(row -> row.kind() == RowResult.Kind.REJECTED)) {
      out.println(texts.say("issue.nothing"));
      return;
    }
    out.println(texts.say("issue.issued", issued.size()));
    if (!issued.isEmpty()) {
      speed(issued.size(), took);
      timeStamps(stamps);
      out.println(
          texts.say(
              "issue.first",
              documents.pageOf(Objects.requireNonNull(issued.get(0).certificate()).code())));
    }
    if (!already.isEmpty()) {
      out.println(texts.say("issue.alreadyIssued", already.size()));
    }
    unsettled(rows);
  }

  void speed(int issued, Duration took) {
    double seconds = Math.max(0.001, took.toMillis() / 1000.0);
    out.println(
        texts.say(
            "issue.speed",
            String.format("%.1f", seconds),
            String.format("%.0f", issued / seconds)));
  }

  /** Told apart from the rest: it is another machine's time. */
  private void timeStamps(TimeStampCost cost) {
    if (cost.stamps() == 0) {
      return;
    }
    out.println(
        texts.say(
            "issue.timeStamps",
            cost.stamps(),
            String.format("%.1f", cost.meanMillis()),
            cost.repeated(),
            String.format("%.1f", cost.waiting().toMillis() / 1000.0)));
  }

  private void unsettled(List<RowResult> rows) {
    List<RowResult> unsettled =
        rows.stream()
            .filter(row -> !row.isSettled() && row.kind() != RowResult.Kind.REJECTED)
            .toList();
    if (unsettled.isEmpty()) {
      return;
    }
    out.println(texts.say("issue.unsettled", unsettled.size()));
    RowWords words = new RowWords(texts);
    for (RowResult row : unsettled) {
      words
          .of(row)
          .forEach(sentence -> out.println(texts.say("issue.row", row.sheetRow(), sentence)));
    }
  }

  void copies(List<InvalidCopy> copies) {
    if (copies.isEmpty()) {
      return;
    }
    out.println(texts.say("issue.invalidCopies", copies.size()));
    CopyWords words = new CopyWords(texts);
    copies.forEach(copy -> out.println("  " + words.of(copy)));
  }

  /** Which chunks were set aside; what to do about it is said with each. */
  static void failures(PrintWriter err, Texts texts, List<FailedChunk> failures) {
    for (FailedChunk failed : failures) {
      err.println(texts.say("batch.setAside", failed.batchId(), failed.chunk() + 1, failed.why()));
    }
  }

  void rejected(List<RosterRow.Rejected> rejected) {
    out.println(texts.say("issue.rejected", rejected.size()));
    for (RosterRow.Rejected row : rejected) {
      for (RosterProblem problem : row.problems()) {
        out.println(
            texts.say(
                problem.position() < 0 ? "issue.problemNoColumn" : "issue.problem",
                String.valueOf(row.sheetRow()),
                problem.columnLetter(),
                problem.heading(),
                texts.isEnglish() ? problem.english() : problem.chinese(),
                problem.reason().code()));
      }
    }
  }

  private static List<RowResult> of(List<RowResult> rows, RowResult.Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).toList();
  }
}
