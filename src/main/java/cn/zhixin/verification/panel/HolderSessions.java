package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.people.SessionToken;
import cn.zhixin.verification.SqlTimes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holders' sessions in PostgreSQL: any node knows those of all. Safe for all threads. */
public final class HolderSessions {
  /** A session ends so long after its last request. */
  public static final Duration IDLE = Duration.ofMinutes(15);

  /** A session ends so long after it was opened, however busy. */
  public static final Duration LONGEST = Duration.ofHours(2);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  HolderSessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Opens a session, and removes those that have ended. */
  public SessionToken open(VerificationCode code) {
    SessionToken token = SessionToken.generate(random);
    Instant now = clock.instant();
    jdbc.sql("delete from holder_session where expires_at < ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            "insert into holder_session (token_digest, code, expires_at, ends_at)"
                + " values (?, ?, ?, ?)")
        .param(token.digest().value().toArray())
        .param(code.value())
        .param(now.plus(IDLE).atOffset(ZoneOffset.UTC))
        .param(now.plus(LONGEST).atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  /** Finds the session and moves its end on; empty once it has ended. */
  public Optional<HolderSession> use(SessionToken token) {
    Instant now = clock.instant();
    return jdbc.sql(
            "update holder_session set expires_at = least(?, ends_at)"
                + " where token_digest = ? and expires_at > ?"
                + " returning code, expires_at, ends_at")
        .param(now.plus(IDLE).atOffset(ZoneOffset.UTC))
        .param(token.digest().value().toArray())
        .param(now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new HolderSession(
                    new VerificationCode(row.getString("code")),
                    SqlTimes.instant(row, "expires_at"),
                    SqlTimes.instant(row, "ends_at")))
        .optional();
  }

  public void close(SessionToken token) {
    jdbc.sql("delete from holder_session where token_digest = ?")
        .param(token.digest().value().toArray())
        .update();
  }
}
