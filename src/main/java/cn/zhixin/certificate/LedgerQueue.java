package cn.zhixin.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Queues what the public ledger must enter, in the transaction that records it: so there is no
 * event without its entry, and no entry for what was rolled back. The database refuses an event
 * whose entry is not there.
 */
final class LedgerQueue {
  private static final String INSERT =
      """
      insert into ledger_entry (certificate, version, kind, issuer, subject, successor)
      select id, :version, :kind, :issuer, :subject, :successor
        from certificate where code = :code
      """;

  private final NamedParameterJdbcOperations jdbc;

  LedgerQueue(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The issue of certificates that were just registered: it is entered before it happens. */
  void addIssues(List<Certificate> registered) {
    add(
        registered.stream()
            .map(certificate -> parameters(certificate, 1, CertificateEventKind.ISSUED, null))
            .toList());
  }

  /** All other events; the entries of issues are there already. */
  void addChanges(List<NewEvent> events) {
    add(
        events.stream()
            .filter(event -> event.kind() != CertificateEventKind.ISSUED)
            .map(
                event ->
                    parameters(
                        event.certificate(), event.version(), event.kind(), event.successor()))
            .toList());
  }

  private void add(List<? extends SqlParameterSource> rows) {
    for (int written : jdbc.batchUpdate(INSERT, rows.toArray(SqlParameterSource[]::new))) {
      if (written != 1) {
        throw new IllegalStateException("a ledger entry for a certificate that is not there");
      }
    }
  }

  private static MapSqlParameterSource parameters(
      Certificate certificate,
      int version,
      CertificateEventKind kind,
      @Nullable Certificate successor) {
    return new MapSqlParameterSource()
        .addValue("code", certificate.code().value())
        .addValue("version", version)
        .addValue("kind", kind.name())
        .addValue("issuer", certificate.result().committee().issuer().number())
        .addValue("subject", certificate.ledgerSubject().value().toArray())
        .addValue(
            "successor", successor == null ? null : successor.ledgerSubject().value().toArray());
  }
}
