package cn.zhixin.certificate;

import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.encoding.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks that last until the transaction's end. Each kind is taken in one order by everybody, and
 * the kinds one after the other: persons, number serials, certificates, the feed. So nobody waits
 * in a circle.
 */
final class RegistryLocks {
  private final JdbcClient jdbc;

  RegistryLocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nobody else registers anything for these persons. */
  void lockPersons(Collection<IdentityDocument> documents) {
    Long[] keys =
        documents.stream().map(RegistryLocks::key).distinct().sorted().toArray(Long[]::new);
    jdbc.sql("select count(pg_advisory_xact_lock(key)) from unnest(?::bigint[]) as key")
        .param(keys)
        .query(Long.class)
        .single();
  }

  /** Two persons may share a key: they only wait for each other needlessly. */
  private static long key(IdentityDocument document) {
    String text = document.kind() + " " + document.number();
    byte[] digest = Digest.of(text.getBytes(StandardCharsets.UTF_8)).value().unsafeArray();
    return ByteBuffer.wrap(digest).getLong();
  }

  /** Nobody else changes the state of these certificates, nor of those they correct. */
  void lockCertificates(Set<VerificationCode> codes) {
    jdbc.sql(
            """
            select count(*) from (
              select c.id from certificate c
               where c.code = any(:codes)
                  or c.id in (select predecessor from certificate where code = any(:codes))
               order by c.id
                 for no key update) as locked
            """)
        .param("codes", CertificateReading.values(codes))
        .query(Long.class)
        .single();
  }
}
