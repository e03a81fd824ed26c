package cn.zhixin.issuance;

import cn.zhixin.catalogue.Reason;
import cn.zhixin.issuance.roster.Roster;
import cn.zhixin.issuance.roster.RosterColumn;
import cn.zhixin.issuance.roster.RosterProblem;
import cn.zhixin.issuance.roster.RosterRow;
import java.util.List;
import java.util.Map;

/** Rejects those rows of a roster that are right in themselves but cannot be printed. */
final class PrintableRoster {
  private static final Map<String, RosterColumn> COLUMNS =
      Map.of(
          "holderName", RosterColumn.NAME,
          "identityNumber", RosterColumn.IDENTITY_NUMBER,
          "employer", RosterColumn.EMPLOYER,
          "specialty", RosterColumn.SPECIALTY,
          "approvalDocument", RosterColumn.APPROVAL_DOCUMENT);

  private PrintableRoster() {}

  static Roster of(Roster roster, TrialRendering trial, String template) {
    List<RosterRow> rows =
        roster.rows().stream().map(row -> tried(row, roster, trial, template)).toList();
    return new Roster(roster.sheet(), roster.headings(), rows, roster.notes());
  }

  private static RosterRow tried(
      RosterRow row, Roster roster, TrialRendering trial, String template) {
    if (!(row instanceof RosterRow.Accepted accepted)) {
      return row;
    }
    return trial
        .refusalOf(accepted.result(), template)
        .<RosterRow>map(
            refusal ->
                new RosterRow.Rejected(
                    row.sheetRow(), List.of(problem(row.sheetRow(), roster, refusal))))
        .orElse(row);
  }

  private static RosterProblem problem(int sheetRow, Roster roster, PrintRefusal refusal) {
    RosterColumn column = COLUMNS.getOrDefault(refusal.slot(), RosterColumn.NAME);
    int position = roster.headings().columns().getOrDefault(column, -1);
    Reason reason = refusal.reason();
    return new RosterProblem(
        sheetRow,
        column,
        position,
        position < 0 ? column.heading() : roster.headings().texts().get(position),
        null,
        reason,
        refusal.sentence(),
        reason.remedy(),
        null);
  }
}
