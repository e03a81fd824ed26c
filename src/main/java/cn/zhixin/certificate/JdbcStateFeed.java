package cn.zhixin.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The feed of states in PostgreSQL, read from the primary. */
final class JdbcStateFeed implements StateFeed {
  private final JdbcClient jdbc;
  private final TransactionOperations oneMoment;

  /**
   * @param oneMoment transactions in which every statement sees the same moment: REPEATABLE READ,
   *     read only
   */
  JdbcStateFeed(JdbcClient jdbc, TransactionOperations oneMoment) {
    this.jdbc = jdbc;
    this.oneMoment = oneMoment;
  }

  @Override
  public Snapshot snapshot() {
    return Objects.requireNonNull(
        oneMoment.execute(status -> new Snapshot(position(), versions())));
  }

  private long position() {
    return jdbc.sql("select last from feed_position").query(Long.class).single();
  }

  /**
   * Out of the ledger's entries as well: were an event deleted past the registry, what was answered
   * before it must not pass for current again.
   */
  private Map<VerificationCode, Integer> versions() {
    Map<VerificationCode, Integer> versions = new HashMap<>();
    jdbc.sql(
            """
            select c.code, e.version
              from (select certificate, max(version) as version
                      from (select certificate, version
                              from certificate_event where version > 1
                            union all
                            select certificate, version
                              from ledger_entry where version > 1) changed
                     group by certificate) e
              join certificate c on c.id = e.certificate
            """)
        .query(
            row -> {
              versions.put(new VerificationCode(row.getString("code")), row.getInt("version"));
            });
    return versions;
  }

  @Override
  public List<Entry> after(long position, int limit) {
    return jdbc.sql(
            """
            select e.position, c.code, e.version
              from certificate_event e join certificate c on c.id = e.certificate
             where e.position > ? order by e.position limit ?
            """)
        .param(position)
        .param(limit)
        .query(
            (row, number) ->
                new Entry(
                    row.getLong("position"),
                    new VerificationCode(row.getString("code")),
                    row.getInt("version")))
        .list();
  }
}
