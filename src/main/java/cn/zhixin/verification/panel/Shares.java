package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.SqlTimes;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All shares, in PostgreSQL and nowhere else. Safe for all threads. */
public final class Shares {
  /** Shares of one certificate that may be open at once. */
  public static final int MOST_OPEN = 50;

  private static final int LISTED = 100;
  private static final int NUMBER_LENGTH = 8;

  private static final String SELECT =
      """
      select s.id, s.code, s.sealed_code, s.number, s.purpose, s.recipient, s.allows_file,
             s.created_at, s.expires_at, s.revoked_at, s.stamped_at,
             (select coalesce(sum(o.times), 0) from share_opening o
               where o.share = s.id and o.what = 'PAGE') as opened
        from share s
      """;

  private final JdbcClient jdbc;
  private final ShareCodeSeal seal;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Shares(JdbcClient jdbc, ShareCodeSeal seal, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Makes a share; the same form sent again finds the one it made.
   *
   * @return empty if too many are open
   */
  public Optional<Share> make(VerificationCode code, ShareOrder order) {
    ShareCode shareCode = ShareCode.generate(random);
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into share (code, share_digest, sealed_code, number, form_id, purpose, recipient,
                               allows_file, created_at, expires_at)
            select :code, :digest, :sealed, :number, :form, :purpose, cast(:recipient as text), :file, :now, :end
             where (select count(*) from share
                     where code = :code and revoked_at is null and expires_at > :now) < :most
            on conflict (code, form_id) do nothing
            """)
        .param("code", code.value())
        .param("digest", shareCode.digest().value().toArray())
        .param("sealed", seal.close(shareCode).toArray())
        .param("number", ShareCode.characters(random, NUMBER_LENGTH))
        .param("form", order.formId())
        .param("purpose", order.purpose())
        .param("recipient", order.recipient())
        .param("file", order.allowsFile())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("end", order.end(now).atOffset(ZoneOffset.UTC))
        .param("most", MOST_OPEN)
        .update();
    return jdbc.sql(SELECT + "where s.code = ? and s.form_id = ?")
        .param(code.value())
        .param(order.formId())
        .query((row, at) -> read(row))
        .optional();
  }

  /** Newest first; the last {@value #LISTED} of a certificate. */
  public List<Share> of(VerificationCode code) {
    return jdbc.sql(
            SELECT + "where s.code = ? order by s.created_at desc, s.id desc limit " + LISTED)
        .param(code.value())
        .query((row, at) -> read(row))
        .list();
  }

  /** In whatever state it is. */
  public Optional<Share> find(ShareCode shareCode) {
    return jdbc.sql(SELECT + "where s.share_digest = ?")
        .param(shareCode.digest().value().toArray())
        .query((row, at) -> read(row))
        .optional();
  }

  /** One of that certificate's own. */
  public Optional<Share> find(VerificationCode code, long id) {
    return jdbc.sql(SELECT + "where s.id = ? and s.code = ?")
        .param(id)
        .param(code.value())
        .query((row, at) -> read(row))
        .optional();
  }

  /** Ends it for all nodes once this returns; one that is revoked stays as it is. */
  public void revoke(VerificationCode code, long id) {
    jdbc.sql("update share set revoked_at = ? where id = ? and code = ? and revoked_at is null")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(id)
        .param(code.value())
        .update();
  }

  /** Keeps when the first stamped copy was made, which all later ones repeat. */
  public Instant stamped(long id) {
    return jdbc.sql(
            "update share set stamped_at = coalesce(stamped_at, ?) where id = ? returning stamped_at")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(id)
        .query((row, at) -> SqlTimes.instant(row, "stamped_at"))
        .single();
  }

  private Share read(ResultSet row) throws SQLException {
    return new Share(
        row.getLong("id"),
        new VerificationCode(row.getString("code")),
        seal.open(Bytes.wrap(row.getBytes("sealed_code"))).orElse(null),
        row.getString("number"),
        row.getString("purpose"),
        row.getString("recipient"),
        row.getBoolean("allows_file"),
        SqlTimes.instant(row, "created_at"),
        SqlTimes.instant(row, "expires_at"),
        SqlTimes.optional(row, "revoked_at"),
        SqlTimes.optional(row, "stamped_at"),
        row.getLong("opened"));
  }
}
