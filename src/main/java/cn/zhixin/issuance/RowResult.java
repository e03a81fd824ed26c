package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.issuance.roster.Roster;
import cn.zhixin.issuance.roster.RosterRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a row of a roster stands after a run.
 *
 * @param certificate the one that stands for the row's result; null for REJECTED and WAITING
 * @param differences of a DIFFERENT row
 */
public record RowResult(
    int sheetRow, Kind kind, @Nullable Certificate certificate, List<FieldDifference> differences) {
  /** Only the first two leave the person with the certificate that the row asks for. */
  public enum Kind {
    ISSUED,
    ALREADY_ISSUED,
    /** There is a certificate, and it says something else. */
    DIFFERENT,
    /** The person holds the same title with another date. */
    CONFLICTING,
    /** The certificate was suspended, revoked or cancelled since. */
    NOT_VALID,
    /** Its chunk failed: it is issued by a later run. */
    WAITING,
    REJECTED
  }

  public RowResult {
    differences = List.copyOf(differences);
  }

  public boolean isSettled() {
    return kind == Kind.ISSUED || kind == Kind.ALREADY_ISSUED;
  }

  /** One for each row of the roster, in its order. */
  public static List<RowResult> of(Roster roster, List<RowOutcome> outcomes) {
    Map<Integer, RowOutcome> byRow = new HashMap<>();
    outcomes.forEach(outcome -> byRow.put(outcome.sheetRow(), outcome));
    return roster.rows().stream().map(row -> of(row, byRow.get(row.sheetRow()))).toList();
  }

  private static RowResult of(RosterRow row, @Nullable RowOutcome outcome) {
    if (!(row instanceof RosterRow.Accepted accepted)) {
      return new RowResult(row.sheetRow(), Kind.REJECTED, null, List.of());
    }
    if (outcome == null) {
      return new RowResult(row.sheetRow(), Kind.WAITING, null, List.of());
    }
    Certificate certificate = outcome.certificate();
    if (outcome.kind() == RowOutcome.Kind.CONFLICTING) {
      return new RowResult(row.sheetRow(), Kind.CONFLICTING, certificate, List.of());
    }
    if (certificate.state() != CertificateState.VALID) {
      return new RowResult(row.sheetRow(), Kind.NOT_VALID, certificate, List.of());
    }
    List<FieldDifference> differences =
        FieldDifference.between(accepted.result(), certificate.result());
    if (!differences.isEmpty()) {
      return new RowResult(row.sheetRow(), Kind.DIFFERENT, certificate, differences);
    }
    Kind kind = outcome.kind() == RowOutcome.Kind.ISSUED ? Kind.ISSUED : Kind.ALREADY_ISSUED;
    return new RowResult(row.sheetRow(), kind, certificate, List.of());
  }
}
