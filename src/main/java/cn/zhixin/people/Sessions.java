package cn.zhixin.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions of people who signed in, in PostgreSQL: any node knows those of all. */
public final class Sessions {
  /** A working day; not prolonged by use. */
  public static final Duration LENGTH = Duration.ofHours(8);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Opens a session, and removes those that have ended. */
  public SessionToken open(ApiKey key) {
    SessionToken token = SessionToken.generate(random);
    Instant now = clock.instant();
    jdbc.sql("delete from employer_session where expires_at < ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql("insert into employer_session (token_digest, api_key, expires_at) values (?, ?, ?)")
        .param(ApiKeys.bytes(token.digest()))
        .param(key.id())
        .param(now.plus(LENGTH).atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  /** Whose session it is; nobody's once it has ended or its key was revoked. */
  public Optional<ApiKey> find(SessionToken token) {
    return jdbc.sql(
            OrganisationRows.KEY
                + """
                  join employer_session s on s.api_key = k.id
                 where s.token_digest = ? and s.expires_at > ? and k.revoked_at is null
                """)
        .param(ApiKeys.bytes(token.digest()))
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> OrganisationRows.key(row))
        .optional();
  }

  public void close(SessionToken token) {
    jdbc.sql("delete from employer_session where token_digest = ?")
        .param(ApiKeys.bytes(token.digest()))
        .update();
  }
}
