package cn.zhixin.issuance.roster;

import java.util.Set;

/**
 * What is written beside a row of a roster's copy.
 *
 * @param words what became of the row, or what to do about it
 * @param number of its certificate; empty if it has none
 * @param code of its certificate; empty if it has none
 * @param faulty whether something is to be done about the row
 * @param columns whose cells are coloured
 */
public record RowRemark(
    String words, String number, String code, boolean faulty, Set<RosterColumn> columns) {
  public RowRemark {
    columns = Set.copyOf(columns);
  }
}
