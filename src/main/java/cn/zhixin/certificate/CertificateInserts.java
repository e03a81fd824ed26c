package cn.zhixin.certificate;

import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.Issuer;
import cn.zhixin.catalogue.Title;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Writes newly registered certificates. */
final class CertificateInserts {
  private static final String INSERT =
      """
      insert into certificate (
        code, number, edition, predecessor,
        correction_actor, correction_reason, correction_ground,
        document_kind, document_number, title_code, committee, acquired_on,
        holder_name, sex, birth_date, employer, specialty, method, approval_document,
        title_name, title_name_english, level, series_code, series_name, series_name_english,
        committee_name, issuer, issuer_name, issuer_name_english, issuer_division,
        issuer_credit_code, issued_on, credential, ledger_salt)
      values (
        :code, :number, :edition, (select id from certificate where code = :predecessor),
        :correctionActor, :correctionReason, :correctionGround,
        :documentKind, :documentNumber, :titleCode, :committee, :acquiredOn,
        :holderName, :sex, :birthDate::date, :employer, :specialty, :method, :approvalDocument,
        :titleName, :titleNameEnglish, :level, :seriesCode, :seriesName, :seriesNameEnglish,
        :committeeName, :issuer, :issuerName, :issuerNameEnglish, :issuerDivision,
        :issuerCreditCode, :issuedOn, :credential, :ledgerSalt)
      """;

  private final NamedParameterJdbcOperations jdbc;

  CertificateInserts(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** All in one exchange with the server. */
  void insert(List<Certificate> certificates) {
    jdbc.batchUpdate(
        INSERT,
        certificates.stream()
            .map(certificate -> parameters(certificate, null))
            .toArray(SqlParameterSource[]::new));
  }

  void insert(Certificate certificate, Correction correction) {
    jdbc.update(INSERT, parameters(certificate, correction));
  }

  private static MapSqlParameterSource parameters(
      Certificate certificate, @Nullable Correction correction) {
    TitleResult result = certificate.result();
    MapSqlParameterSource parameters =
        new MapSqlParameterSource()
            .addValue("code", certificate.code().value())
            .addValue("number", certificate.number().value())
            .addValue("edition", certificate.edition())
            .addValue("documentKind", result.document().kind().name())
            .addValue("documentNumber", result.document().number())
            .addValue("acquiredOn", result.acquiredOn())
            .addValue("holderName", result.name().value())
            .addValue("sex", result.sex().name())
            .addValue("birthDate", result.birthDate())
            .addValue("employer", result.employer())
            .addValue("specialty", result.specialty())
            .addValue("method", result.method().name())
            .addValue("approvalDocument", result.approvalDocument())
            .addValue("issuedOn", certificate.issuedOn())
            .addValue("credential", certificate.credential().toArray())
            .addValue("ledgerSalt", certificate.salt().value().toArray());
    addCorrection(parameters, correction);
    addTitle(parameters, result.title());
    addCommittee(parameters, result.committee());
    return parameters;
  }

  private static void addCorrection(
      MapSqlParameterSource parameters, @Nullable Correction correction) {
    parameters
        .addValue("predecessor", correction == null ? null : correction.predecessor().value())
        .addValue("correctionActor", correction == null ? null : correction.actor())
        .addValue("correctionReason", correction == null ? null : correction.reason())
        .addValue("correctionGround", correction == null ? null : correction.ground());
  }

  private static void addTitle(MapSqlParameterSource parameters, Title title) {
    parameters
        .addValue("titleCode", title.code())
        .addValue("titleName", title.name())
        .addValue("titleNameEnglish", title.englishName())
        .addValue("level", title.level().name())
        .addValue("seriesCode", title.series().code())
        .addValue("seriesName", title.series().name())
        .addValue("seriesNameEnglish", title.series().englishName());
  }

  private static void addCommittee(MapSqlParameterSource parameters, Committee committee) {
    Issuer issuer = committee.issuer();
    parameters
        .addValue("committee", committee.number())
        .addValue("committeeName", committee.name())
        .addValue("issuer", issuer.number())
        .addValue("issuerName", issuer.name())
        .addValue("issuerNameEnglish", issuer.englishName())
        .addValue("issuerDivision", issuer.divisionCode())
        .addValue("issuerCreditCode", issuer.creditCode());
  }
}
