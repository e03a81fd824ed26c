package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.issuance.roster.Roster;
import cn.zhixin.issuance.roster.RosterRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Lays what became of a batch's rows beside the roster they came from. Of each certificate only
 * what is told later is kept, so that a batch of any size can be told of.
 */
public final class RowResults {
  private final Roster roster;
  private final Function<Certificate, String> numbers;
  private final Map<Integer, RosterRow.Accepted> accepted = new HashMap<>();
  private final Map<Integer, RowResult> done = new HashMap<>();
  private final Set<CertificateNumber> valid = new HashSet<>();

  /**
   * @param numbers gives a certificate's number as it is printed
   */
  public RowResults(Roster roster, Function<Certificate, String> numbers) {
    this.roster = roster;
    this.numbers = numbers;
    roster.accepted().forEach(row -> accepted.put(row.sheetRow(), row));
  }

  /** Takes what became of a row of the roster. */
  public RowResult add(RowOutcome outcome) {
    RosterRow.Accepted row =
        Objects.requireNonNull(accepted.get(outcome.sheetRow()), "a row of another roster");
    Certificate certificate = outcome.certificate();
    List<FieldDifference> differences = FieldDifference.between(row.result(), certificate.result());
    RowResult.Kind kind = kind(outcome, differences);
    RowResult result =
        new RowResult(
            row.sheetRow(),
            kind,
            new RowCertificate(certificate.code(), numbers.apply(certificate), certificate.state()),
            kind == RowResult.Kind.DIFFERENT ? differences : List.of());
    done.put(row.sheetRow(), result);
    if (certificate.state() == CertificateState.VALID) {
      valid.add(certificate.number());
    }
    return result;
  }

  /** Of the certificates that rows were told of, those that were valid then. */
  public Set<CertificateNumber> validNumbers() {
    return Set.copyOf(valid);
  }

  private static RowResult.Kind kind(RowOutcome outcome, List<FieldDifference> differences) {
    if (outcome.kind() == RowOutcome.Kind.CONFLICTING) {
      return RowResult.Kind.CONFLICTING;
    }
    if (outcome.certificate().state() != CertificateState.VALID) {
      return RowResult.Kind.NOT_VALID;
    }
    if (!differences.isEmpty()) {
      return RowResult.Kind.DIFFERENT;
    }
    return outcome.kind() == RowOutcome.Kind.ISSUED
        ? RowResult.Kind.ISSUED
        : RowResult.Kind.ALREADY_ISSUED;
  }

  /** One for each row of the roster, in its order; a row that nothing was told of waits. */
  public List<RowResult> all() {
    return roster.rows().stream().map(this::of).toList();
  }

  private RowResult of(RosterRow row) {
    RowResult.Kind without =
        row instanceof RosterRow.Accepted ? RowResult.Kind.WAITING : RowResult.Kind.REJECTED;
    return done.getOrDefault(
        row.sheetRow(), new RowResult(row.sheetRow(), without, null, List.of()));
  }
}
