package cn.zhixin.issuance.roster;

import java.util.List;

/**
 * A roster as read: who is accepted and who is not.
 *
 * @param sheet name of the sheet it stands in
 * @param headings where its columns stand
 * @param rows in the order of the sheet
 * @param notes rows below the headings that hold no person, such as signatures
 */
public record Roster(String sheet, Headings headings, List<RosterRow> rows, List<Integer> notes) {
  public Roster {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  public List<RosterRow.Accepted> accepted() {
    return rows.stream()
        .filter(RosterRow.Accepted.class::isInstance)
        .map(RosterRow.Accepted.class::cast)
        .toList();
  }

  public List<RosterRow.Rejected> rejected() {
    return rows.stream()
        .filter(RosterRow.Rejected.class::isInstance)
        .map(RosterRow.Rejected.class::cast)
        .toList();
  }
}
