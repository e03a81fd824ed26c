package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.IssuedDocuments;
import cn.zhixin.issuance.RowOutcome;
import cn.zhixin.issuance.roster.RosterProblem;
import cn.zhixin.issuance.roster.RosterRow;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Says what became of a roster: counts, and each row that has no certificate. */
final class IssueReport {
  private final PrintWriter out;
  private final Texts texts;
  private final IssuedDocuments documents;

  IssueReport(PrintWriter out, Texts texts, IssuedDocuments documents) {
    this.out = out;
    this.texts = texts;
    this.documents = documents;
  }

  void outcomes(List<RowOutcome> outcomes, Duration took) {
    List<RowOutcome> issued = of(outcomes, RowOutcome.Kind.ISSUED);
    List<RowOutcome> already = of(outcomes, RowOutcome.Kind.ALREADY_ISSUED);
    List<RowOutcome> conflicting = of(outcomes, RowOutcome.Kind.CONFLICTING);
    if (outcomes.isEmpty()) {
      out.println(texts.say("issue.nothing"));
      return;
    }
    out.println(texts.say("issue.issued", issued.size()));
    if (!issued.isEmpty()) {
      double seconds = Math.max(0.001, took.toMillis() / 1000.0);
      out.println(
          texts.say(
              "issue.speed",
              String.format("%.1f", seconds),
              String.format("%.0f", issued.size() / seconds)));
      out.println(texts.say("issue.first", documents.pageOf(issued.get(0).certificate())));
    }
    if (!already.isEmpty()) {
      out.println(texts.say("issue.alreadyIssued", already.size()));
    }
    if (!conflicting.isEmpty()) {
      out.println(texts.say("issue.conflicting", conflicting.size()));
      conflicting.forEach(
          row ->
              out.println(
                  texts.say(
                      "issue.conflictingRow",
                      row.sheetRow(),
                      documents.groupedNumber(row.certificate()))));
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

  private static List<RowOutcome> of(List<RowOutcome> outcomes, RowOutcome.Kind kind) {
    return outcomes.stream().filter(outcome -> outcome.kind() == kind).toList();
  }
}
