package cn.zhixin.issuance;

import cn.zhixin.certificate.TitleResult;
import cn.zhixin.issuance.roster.RosterColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One thing that a row says otherwise than the certificate its result has.
 *
 * @param roster as the row says it; personal where the column is
 * @param certificate as the certificate says it; empty if it says nothing
 */
public record FieldDifference(RosterColumn column, String roster, String certificate) {
  /** From left to right as rosters usually have it; what the catalogue adds is not compared. */
  static List<FieldDifference> between(TitleResult row, TitleResult issued) {
    List<FieldDifference> found = new ArrayList<>();
    if (!row.name().canonical().equals(issued.name().canonical())) {
      compare(found, RosterColumn.NAME, row.name().value(), issued.name().value());
    }
    compare(found, RosterColumn.SEX, row.sex().chinese(), issued.sex().chinese());
    compare(
        found, RosterColumn.IDENTITY_NUMBER, row.document().number(), issued.document().number());
    compare(found, RosterColumn.EMPLOYER, row.employer(), issued.employer());
    compare(found, RosterColumn.SPECIALTY, row.specialty(), issued.specialty());
    compare(
        found,
        RosterColumn.ACQUIRED_ON,
        row.acquiredOn().toString(),
        issued.acquiredOn().toString());
    compare(
        found,
        RosterColumn.APPROVAL_DOCUMENT,
        Objects.requireNonNullElse(row.approvalDocument(), ""),
        Objects.requireNonNullElse(issued.approvalDocument(), ""));
    compare(found, RosterColumn.METHOD, row.method().chinese(), issued.method().chinese());
    return List.copyOf(found);
  }

  private static void compare(
      List<FieldDifference> found, RosterColumn column, String row, String issued) {
    if (!row.equals(issued)) {
      found.add(new FieldDifference(column, row, issued));
    }
  }

  /** The column only: both values may be personal. */
  @Override
  public String toString() {
    return "FieldDifference[" + column + "]";
  }
}
