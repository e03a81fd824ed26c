package cn.zhixin.certificate;

import cn.zhixin.catalogue.IdentityDocument;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads certificates, each as it is at one moment. */
final class CertificateReading {
  private final JdbcClient jdbc;
  private final CertificateRows rows;

  CertificateReading(JdbcClient jdbc, CertificateRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  Optional<Certificate> find(VerificationCode code) {
    return read("where c.code = ?", code.value()).stream().findFirst();
  }

  Optional<Certificate> find(CertificateNumber number) {
    return read("where c.number = ?", number.value()).stream().findFirst();
  }

  List<Certificate> findAll(Collection<VerificationCode> codes) {
    return codes.isEmpty() ? List.of() : read("where c.code = any(?)", (Object) values(codes));
  }

  List<Certificate> findNumbered(Collection<CertificateNumber> numbers) {
    Object values = numbers.stream().map(CertificateNumber::value).toArray(String[]::new);
    return numbers.isEmpty() ? List.of() : read("where c.number = any(?)", values);
  }

  List<Certificate> heldUnder(IdentityDocument document) {
    return read(
        "where c.document_number = ? and c.document_kind = ?",
        document.number(),
        document.kind().name());
  }

  /** The correction of a certificate, issued or still pending. */
  Optional<Certificate> correctionOf(VerificationCode predecessor) {
    return read("where p.code = ?", predecessor.value()).stream().findFirst();
  }

  /** All certificates of the same persons for the same titles of the same committees. */
  List<Certificate> alike(List<TitleResult> results) {
    if (results.isEmpty()) {
      return List.of();
    }
    int size = results.size();
    String[] numbers = new String[size];
    String[] kinds = new String[size];
    String[] titles = new String[size];
    Integer[] committees = new Integer[size];
    for (int i = 0; i < size; i++) {
      TitleResult result = results.get(i);
      numbers[i] = result.document().number();
      kinds[i] = result.document().kind().name();
      titles[i] = result.title().code();
      committees[i] = result.committee().number();
    }
    return read(
        """
        where (c.document_number, c.document_kind, c.title_code, c.committee) in
          (select * from unnest(?::text[], ?::text[], ?::text[], ?::integer[]))
        """,
        numbers,
        kinds,
        titles,
        committees);
  }

  private List<Certificate> read(String where, Object... parameters) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(CertificateRows.SELECT + where + CertificateRows.ORDER);
    for (Object parameter : parameters) {
      statement = statement.param(parameter);
    }
    return statement.query(rows);
  }

  static String[] values(Collection<VerificationCode> codes) {
    return codes.stream().map(VerificationCode::value).toArray(String[]::new);
  }
}
