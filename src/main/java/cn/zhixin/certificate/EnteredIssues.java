package cn.zhixin.certificate;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the issue of certificates has come whose content the caller has, without reading all of
 * it again: a registered certificate never changes.
 */
final class EnteredIssues {
  private final JdbcClient jdbc;

  EnteredIssues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What the ledger and the events say of a certificate's issue.
   *
   * @param place null until it was entered
   * @param issued whether it was released
   */
  record Issue(Digest subject, @Nullable LedgerPlace place, boolean issued) {
    /**
     * The certificate with its place.
     *
     * @throws RegistryContradiction if the entry is of something else
     */
    Certificate of(Certificate certificate) {
      if (!subject.equals(certificate.ledgerSubject())) {
        throw new RegistryContradiction(certificate.number(), "its entry 1 is of another subject");
      }
      return place == null ? certificate : certificate.at(place);
    }
  }

  /** By code; of each certificate that is registered. */
  Map<VerificationCode, Issue> of(Collection<VerificationCode> codes) {
    Map<VerificationCode, Issue> issues = new HashMap<>();
    jdbc.sql(
            """
            select c.code, l.subject, l.leaf_index, l.entered_at, e.version is not null as issued
              from certificate c
              join ledger_entry l on l.certificate = c.id and l.version = 1
              left join certificate_event e on e.certificate = c.id and e.version = 1
             where c.code = any(?)
            """)
        .param(CertificateReading.values(codes))
        .query(
            row -> {
              issues.put(new VerificationCode(row.getString("code")), issue(row));
            });
    return issues;
  }

  /**
   * The certificates, each with its place in the ledger.
   *
   * @throws RegistryContradiction if one has no entry, or that of something else
   */
  List<Certificate> placed(List<Certificate> certificates) {
    Map<VerificationCode, Issue> issues = of(certificates.stream().map(Certificate::code).toList());
    return certificates.stream()
        .map(certificate -> known(issues, certificate).of(certificate))
        .toList();
  }

  static Issue known(Map<VerificationCode, Issue> issues, Certificate certificate) {
    Issue issue = issues.get(certificate.code());
    if (issue == null) {
      throw new RegistryContradiction(certificate.number(), "the entry of its issue is not there");
    }
    return issue;
  }

  private static Issue issue(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("entered_at", OffsetDateTime.class);
    return new Issue(
        new Digest(Bytes.wrap(row.getBytes("subject"))),
        at == null ? null : new LedgerPlace(row.getLong("leaf_index"), at.toInstant()),
        row.getBoolean("issued"));
  }
}
