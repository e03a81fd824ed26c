package cn.zhixin.people;

import cn.zhixin.encoding.Digest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API keys of all organisations, in PostgreSQL. */
public final class ApiKeys {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Makes a key; its secret is in what is returned and nowhere else. */
  public NewApiKey create(Organisation organisation, String label) {
    KeySecret secret = KeySecret.generate(random);
    Instant now = clock.instant();
    jdbc.sql(
            "insert into api_key (id, organisation, label, secret_digest, created_at)"
                + " values (?, ?, ?, ?, ?)")
        .param(secret.id())
        .param(organisation.id())
        .param(label.strip())
        .param(bytes(secret.digest()))
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
    return new NewApiKey(
        new ApiKey(secret.id(), organisation, label.strip(), now, null, null), secret);
  }

  /** Oldest first, revoked ones too. */
  public List<ApiKey> all() {
    return jdbc.sql(OrganisationRows.KEY + " order by k.created_at, k.id")
        .query((row, number) -> OrganisationRows.key(row))
        .list();
  }

  public Optional<ApiKey> find(String id) {
    return jdbc.sql(OrganisationRows.KEY + " where k.id = ?")
        .param(id)
        .query((row, number) -> OrganisationRows.key(row))
        .optional();
  }

  /**
   * Takes a key back, for all nodes and open sessions at once.
   *
   * @return the key as it is now; empty if there is none
   */
  public Optional<ApiKey> revoke(String id) {
    jdbc.sql("update api_key set revoked_at = ? where id = ? and revoked_at is null")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(id)
        .update();
    return find(id);
  }

  /** Who comes with that text, and notes the day. */
  public SignIn identify(String typed) {
    KeyReading reading = KeySecret.read(typed);
    if (reading instanceof KeyReading.Mistyped) {
      return new SignIn.Refused(SignIn.Reason.MISTYPED);
    }
    if (!(reading instanceof KeyReading.Read read)) {
      return new SignIn.Refused(SignIn.Reason.MALFORMED);
    }
    // equality of digests of random secrets: the time it takes tells nothing of a secret
    Optional<ApiKey> key =
        jdbc.sql(OrganisationRows.KEY + " where k.secret_digest = ? and k.revoked_at is null")
            .param(bytes(read.secret().digest()))
            .query((row, number) -> OrganisationRows.key(row))
            .optional();
    key.ifPresent(this::noteUse);
    return key.<SignIn>map(SignIn.Accepted::new)
        .orElseGet(() -> new SignIn.Refused(SignIn.Reason.NOT_ACCEPTED));
  }

  /** One write a day and key. */
  private void noteUse(ApiKey key) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    if (!today.equals(key.lastUsedOn())) {
      jdbc.sql("update api_key set last_used_on = ? where id = ?")
          .param(today)
          .param(key.id())
          .update();
    }
  }

  static byte[] bytes(Digest digest) {
    return digest.value().toArray();
  }
}
