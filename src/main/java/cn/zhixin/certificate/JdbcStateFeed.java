package cn.zhixin.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The feed of states in PostgreSQL, read from the primary. */
final class JdbcStateFeed implements StateFeed {
  /** So that a snapshot of many does not stand in memory as a whole. */
  private static final int ROWS_AT_ONCE = 5_000;

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

  /** In microseconds, and not as text: that would be in the time zone of the session. */
  @Override
  public long history() {
    return jdbc.sql(
            """
            select hashtextextended(
              concat_ws(' ',
                extract(epoch from pg_postmaster_start_time()),
                (select oid from pg_database where datname = current_database()),
                'certificate_event'::regclass::oid,
                pg_relation_filenode('certificate_event'),
                pg_relation_filenode('feed_position')), 0)
            """)
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<Entry> snapshot(ObjIntConsumer<VerificationCode> changed) {
    return Objects.requireNonNull(
        oneMoment.execute(
            status -> {
              versions(changed);
              return last();
            }));
  }

  private Optional<Entry> last() {
    return jdbc.sql(
            """
            select e.position, c.code, e.version, e.at
              from certificate_event e join certificate c on c.id = e.certificate
             order by e.position desc limit 1
            """)
        .query(JdbcStateFeed::entry)
        .optional();
  }

  /**
   * Out of the ledger's entries as well: were an event deleted past the registry, what was answered
   * before it must not pass for current again.
   */
  private void versions(ObjIntConsumer<VerificationCode> changed) {
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
        .withFetchSize(ROWS_AT_ONCE)
        .query(
            row -> {
              changed.accept(new VerificationCode(row.getString("code")), row.getInt("version"));
            });
  }

  @Override
  public List<Entry> after(long position, int limit) {
    return jdbc.sql(
            """
            select e.position, c.code, e.version, e.at
              from certificate_event e join certificate c on c.id = e.certificate
             where e.position > ? order by e.position limit ?
            """)
        .param(position)
        .param(limit)
        .query(JdbcStateFeed::entry)
        .list();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("position"),
        new VerificationCode(row.getString("code")),
        row.getInt("version"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
