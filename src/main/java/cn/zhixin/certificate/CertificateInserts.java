package cn.zhixin.certificate;

import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.Issuer;
import cn.zhixin.catalogue.Title;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes newly registered certificates. */
final class CertificateInserts {
  private static final String COLUMNS =
      """
      id, code, number, edition, predecessor,
      correction_actor, correction_reason, correction_ground,
      document_kind, document_number, acquired_on,
      holder_name, sex, birth_date, employer, specialty, method, approval_document,
      title_code, title_name, title_name_english, level,
      series_code, series_name, series_name_english,
      committee, committee_name, issuer, issuer_name, issuer_name_english, issuer_division,
      issuer_credit_code, issued_on, credential, ledger_salt\
      """;

  private final JdbcOperations jdbc;

  CertificateInserts(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes first issues.
   *
   * @return their ids, in the same order
   */
  List<Long> insert(List<Certificate> certificates) {
    List<Long> ids = ids(certificates.size());
    CopyRows rows = new CopyRows("certificate", COLUMNS);
    for (int i = 0; i < ids.size(); i++) {
      add(rows, ids.get(i), certificates.get(i), null, null);
    }
    rows.write(jdbc);
    return ids;
  }

  /**
   * Writes a correction.
   *
   * @return its id
   */
  long insert(Certificate certificate, Correction correction) {
    Long predecessor =
        jdbc.queryForObject(
            "select id from certificate where code = ?",
            Long.class,
            correction.predecessor().value());
    long id = ids(1).get(0);
    CopyRows rows = new CopyRows("certificate", COLUMNS);
    add(rows, id, certificate, predecessor, correction);
    rows.write(jdbc);
    return id;
  }

  private List<Long> ids(int count) {
    return count == 0
        ? List.of()
        : jdbc.queryForList(
            "select nextval('certificate_id_seq') from generate_series(1, ?)", Long.class, count);
  }

  private static void add(
      CopyRows rows,
      long id,
      Certificate certificate,
      @Nullable Long predecessor,
      @Nullable Correction correction) {
    TitleResult result = certificate.result();
    rows.add(id)
        .add(certificate.code().value())
        .add(certificate.number().value())
        .add(certificate.edition())
        .add(predecessor)
        .add(correction == null ? null : correction.actor())
        .add(correction == null ? null : correction.reason())
        .add(correction == null ? null : correction.ground())
        .add(result.document().kind().name())
        .add(result.document().number())
        .add(result.acquiredOn())
        .add(result.name().value())
        .add(result.sex().name())
        .add(result.birthDate())
        .add(result.employer())
        .add(result.specialty())
        .add(result.method().name())
        .add(result.approvalDocument());
    addTitle(rows, result.title());
    addCommittee(rows, result.committee());
    rows.add(certificate.issuedOn()).add(certificate.credential()).add(certificate.salt().value());
    rows.endRow();
  }

  private static void addTitle(CopyRows rows, Title title) {
    rows.add(title.code())
        .add(title.name())
        .add(title.englishName())
        .add(title.level().name())
        .add(title.series().code())
        .add(title.series().name())
        .add(title.series().englishName());
  }

  private static void addCommittee(CopyRows rows, Committee committee) {
    Issuer issuer = committee.issuer();
    rows.add(committee.number())
        .add(committee.name())
        .add(issuer.number())
        .add(issuer.name())
        .add(issuer.englishName())
        .add(issuer.divisionCode())
        .add(issuer.creditCode());
  }
}
