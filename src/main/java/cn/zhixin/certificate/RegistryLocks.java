package cn.zhixin.certificate;

import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.encoding.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

  /**
   * Nobody else changes the state of these certificates, nor of those they correct.
   *
   * @return their ids, and those of the certificates they correct
   */
  Map<VerificationCode, Long> lockCertificates(Set<VerificationCode> codes) {
    Map<VerificationCode, Long> ids = new HashMap<>();
    // what a certificate corrects never changes: it may be read before the lock
    jdbc.sql(
            """
            with asked as materialized (
              select id, predecessor from certificate where code = any(?))
            select id, code from certificate
             where id = any(array(
                select id from asked
                union
                select predecessor from asked where predecessor is not null))
             order by id
               for no key update
            """)
        .param(CertificateReading.values(codes))
        .query(
            row -> {
              ids.put(new VerificationCode(row.getString("code")), row.getLong("id"));
            });
    return ids;
  }
}
