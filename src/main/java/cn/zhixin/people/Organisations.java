package cn.zhixin.people;

import cn.zhixin.catalogue.UnifiedCreditCode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The organisations on file, in PostgreSQL. */
public final class Organisations {
  private final JdbcClient jdbc;
  private final Clock clock;

  Organisations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Files an organisation; empty if one with that credit code is on file already. */
  public Optional<Organisation> add(String name, UnifiedCreditCode creditCode) {
    Instant now = clock.instant();
    try {
      long id =
          jdbc.sql(
                  "insert into organisation (name, credit_code, created_at) values (?, ?, ?)"
                      + " returning id")
              .param(name.strip())
              .param(creditCode.value())
              .param(now.atOffset(ZoneOffset.UTC))
              .query(Long.class)
              .single();
      return Optional.of(new Organisation(id, name.strip(), creditCode, now));
    } catch (DuplicateKeyException e) {
      return Optional.empty();
    }
  }

  /** By number, credit code or whole name; empty too if several have the name. */
  public Optional<Organisation> find(String named) {
    List<Organisation> found =
        jdbc.sql(
                "select id, name, credit_code, created_at from organisation"
                    + " where id::text = :named or credit_code = upper(:named) or name = :named")
            .param("named", named.strip())
            .query((row, number) -> OrganisationRows.read(row, "id"))
            .list();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Oldest first. */
  public List<Organisation> all() {
    return jdbc.sql("select id, name, credit_code, created_at from organisation order by id")
        .query((row, number) -> OrganisationRows.read(row, "id"))
        .list();
  }
}
