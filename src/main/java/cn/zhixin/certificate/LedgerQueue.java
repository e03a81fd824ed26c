package cn.zhixin.certificate;

import cn.zhixin.encoding.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Queues what the public ledger must enter, in the transaction that records it: so there is no
 * event without its entry, and no entry for what was rolled back. The database refuses an event
 * whose entry is not there.
 */
final class LedgerQueue {
  private static final String COLUMNS = "certificate, version, kind, issuer, subject, successor";

  private final JdbcOperations jdbc;

  LedgerQueue(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The issue of certificates that were just registered: it is entered before it happens.
   *
   * @param ids of the certificates, in their order
   */
  void addIssues(List<Long> ids, List<Certificate> registered) {
    CopyRows rows = new CopyRows("ledger_entry", COLUMNS);
    for (int i = 0; i < ids.size(); i++) {
      add(rows, ids.get(i), registered.get(i), 1, CertificateEventKind.ISSUED, null);
    }
    rows.write(jdbc);
  }

  /** All other events; the entries of issues are there already. */
  void addChanges(List<NewEvent> events) {
    CopyRows rows = new CopyRows("ledger_entry", COLUMNS);
    for (NewEvent event : events) {
      if (event.kind() != CertificateEventKind.ISSUED) {
        add(
            rows,
            event.id(),
            event.certificate(),
            event.version(),
            event.kind(),
            event.successor());
      }
    }
    rows.write(jdbc);
  }

  private static void add(
      CopyRows rows,
      long id,
      Certificate certificate,
      int version,
      CertificateEventKind kind,
      @Nullable Certificate successor) {
    Bytes replacedBy = successor == null ? null : successor.ledgerSubject().value();
    rows.add(id)
        .add(version)
        .add(kind.name())
        .add(certificate.result().committee().issuer().number())
        .add(certificate.ledgerSubject().value())
        .add(replacedBy)
        .endRow();
  }
}
