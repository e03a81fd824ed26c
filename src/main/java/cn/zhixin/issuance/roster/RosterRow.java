package cn.zhixin.issuance.roster;

import cn.zhixin.certificate.TitleResult;
import java.util.List;

/** What one row of a roster came to. */
public sealed interface RosterRow {
  /** Number of the row as the spreadsheet shows it. */
  int sheetRow();

  /** All is right: a certificate can be issued. */
  record Accepted(int sheetRow, TitleResult result) implements RosterRow {
    /** The row only: the result is personal. */
    @Override
    public String toString() {
      return "Accepted[row " + sheetRow + "]";
    }
  }

  /**
   * Something is wrong.
   *
   * @param problems all that was found, at least one, from left to right
   */
  record Rejected(int sheetRow, List<RosterProblem> problems) implements RosterRow {
    public Rejected {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a row is rejected for a reason");
      }
    }
  }
}
