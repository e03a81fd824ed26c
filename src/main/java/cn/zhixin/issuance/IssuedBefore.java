package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.Registration;
import cn.zhixin.certificate.RegistryContradiction;
import cn.zhixin.issuance.roster.RosterRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether anybody on a roster is left to be issued to. Reads, and changes nothing. */
final class IssuedBefore {
  private final Certificates certificates;
  private final int chunkSize;

  IssuedBefore(Certificates certificates, int chunkSize) {
    this.certificates = certificates;
    this.chunkSize = chunkSize;
  }

  /**
   * The rows as a batch of them would end, if it would issue nothing; empty if it would issue
   * something, or if a certificate contradicts itself, which a batch tells row by row.
   */
  Optional<List<JdbcBatches.DoneRow>> all(List<RosterRow.Accepted> rows) {
    List<JdbcBatches.DoneRow> done = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += chunkSize) {
      List<RosterRow.Accepted> some = rows.subList(from, Math.min(rows.size(), from + chunkSize));
      for (Optional<Registration> one : find(some)) {
        if (one.isEmpty()) {
          return Optional.empty();
        }
        done.add(done(rows.get(done.size()).sheetRow(), one.get()));
      }
    }
    return Optional.of(done);
  }

  private List<Optional<Registration>> find(List<RosterRow.Accepted> rows) {
    try {
      return certificates.issuedBefore(rows.stream().map(RosterRow.Accepted::result).toList());
    } catch (RegistryContradiction e) {
      return List.of(Optional.empty());
    }
  }

  private static JdbcBatches.DoneRow done(int sheetRow, Registration found) {
    return new JdbcBatches.DoneRow(
        sheetRow,
        found instanceof Registration.Conflicting
            ? RowOutcome.Kind.CONFLICTING
            : RowOutcome.Kind.ALREADY_ISSUED,
        found.certificate().code());
  }
}
