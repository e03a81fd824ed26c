package cn.zhixin.certificate;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.Salt;
import cn.zhixin.storage.PackedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Certificates with all their events out of one statement, and so of one moment: a row for each
 * event and its entry in the ledger, or for one of the two if the other is missing. None is given
 * out whose events are not its entries ({@link LedgerAgreement}).
 */
final class CertificateRows implements ResultSetExtractor<List<Certificate>> {
  /** To be followed by a {@code where} on {@code c} and {@link #ORDER}. */
  static final String SELECT =
      """
      select c.*, p.code as predecessor_code, s.code as successor_code, life.*
        from certificate c
        left join certificate p on p.id = c.predecessor
        left join certificate s on s.predecessor = c.id and exists (
          select from certificate_event where certificate = s.id and version = 1)
        left join lateral (
          select e.version, e.kind, e.at, e.actor, e.reason, e.ground,
                 e.document_digest, e.document_pack, e.document_position, e.document_size,
                 l.version as entry_version, l.kind as entry_kind, l.subject as entry_subject,
                 l.leaf_index, l.entered_at
            from (select * from certificate_event where certificate = c.id) e
            full join (select * from ledger_entry where certificate = c.id) l
              on l.version = e.version) life on true
      """;

  static final String ORDER = " order by c.id, coalesce(life.entry_version, life.version)";

  private final PrintedNames names;

  CertificateRows(PrintedNames names) {
    this.names = names;
  }

  @Override
  public List<Certificate> extractData(ResultSet rows) throws SQLException {
    List<Certificate> certificates = new ArrayList<>();
    boolean more = rows.next();
    while (more) {
      long id = rows.getLong("id");
      Certificate bare = certificate(rows);
      List<CertificateEvent> events = new ArrayList<>();
      List<EventEntry> entries = new ArrayList<>();
      ReleasedDocument document = null;
      do {
        if (rows.getString("kind") != null) {
          events.add(event(rows));
          document = document == null ? document(rows) : document;
        }
        if (rows.getString("entry_kind") != null) {
          entries.add(entry(rows));
        }
        more = rows.next();
      } while (more && rows.getLong("id") == id);
      Certificate certificate = bare.with(document, events);
      LedgerAgreement.require(certificate, entries);
      certificates.add(certificate);
    }
    return certificates;
  }

  private Certificate certificate(ResultSet row) throws SQLException {
    return new Certificate(
        new VerificationCode(row.getString("code")),
        new CertificateNumber(row.getString("number")),
        row.getInt("edition"),
        result(row),
        row.getObject("issued_on", LocalDate.class),
        Bytes.wrap(row.getBytes("credential")),
        new Salt(Bytes.wrap(row.getBytes("ledger_salt"))),
        ledgerPlace(row),
        null,
        List.of(),
        code(row.getString("predecessor_code")),
        code(row.getString("successor_code")));
  }

  private static @Nullable LedgerPlace ledgerPlace(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("entered_at", OffsetDateTime.class);
    return at == null ? null : new LedgerPlace(row.getLong("leaf_index"), at.toInstant());
  }

  private TitleResult result(ResultSet row) throws SQLException {
    return new TitleResult(
        new PersonName(row.getString("holder_name")),
        Sex.valueOf(row.getString("sex")),
        new IdentityDocument(
            IdentityDocumentKind.valueOf(row.getString("document_kind")),
            row.getString("document_number")),
        row.getObject("birth_date", LocalDate.class),
        row.getString("employer"),
        names.title(row),
        row.getString("specialty"),
        names.committee(row),
        AcquisitionMethod.valueOf(row.getString("method")),
        row.getObject("acquired_on", LocalDate.class),
        row.getString("approval_document"));
  }

  private static CertificateEvent event(ResultSet row) throws SQLException {
    return new CertificateEvent(
        CertificateEventKind.valueOf(row.getString("kind")),
        row.getInt("version"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("reason"),
        row.getString("ground"));
  }

  private static @Nullable ReleasedDocument document(ResultSet row) throws SQLException {
    byte[] digest = row.getBytes("document_digest");
    return digest == null
        ? null
        : new ReleasedDocument(
            new Digest(Bytes.wrap(digest)),
            new PackedFile(
                row.getString("document_pack"),
                row.getLong("document_position"),
                row.getInt("document_size")));
  }

  private static EventEntry entry(ResultSet row) throws SQLException {
    return new EventEntry(
        CertificateEventKind.valueOf(row.getString("entry_kind")),
        row.getInt("entry_version"),
        new Digest(Bytes.wrap(row.getBytes("entry_subject"))));
  }

  private static @Nullable VerificationCode code(@Nullable String value) {
    return value == null ? null : new VerificationCode(value);
  }
}
