package cn.zhixin.certificate;

import cn.zhixin.encoding.Digest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The digests in PostgreSQL, found by an index. */
final class JdbcDocumentDigests implements DocumentDigests {
  private final JdbcClient jdbc;

  JdbcDocumentDigests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<VerificationCode> find(Digest file) {
    return jdbc.sql(
            """
            select c.code from certificate_event e join certificate c on c.id = e.certificate
             where e.document_digest = :digest
            """)
        .param("digest", file.value().toArray())
        .query(String.class)
        .optional()
        .map(VerificationCode::new);
  }
}
