package cn.zhixin.ledger.sequencing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The entries in PostgreSQL: those that wait, and those that have their places. */
final class JdbcEntries {
  private static final Duration MOST_APART = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  JdbcEntries(JdbcClient jdbc, TransactionOperations transactions, InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Gives waiting entries the next places, in one transaction; their time is now, but never before
   * that of the entry before them.
   *
   * @param most how many at once
   * @return how many entries have places then
   */
  long givePlaces(int most) {
    return Objects.requireNonNull(transactions.execute(status -> givePlacesLocked(most)));
  }

  private long givePlacesLocked(int most) {
    Head head =
        jdbc.sql("select last, entered_at, clock_timestamp() as now from ledger_head for update")
            .query(
                (row, number) ->
                    new Head(row.getLong("last"), time(row, "entered_at"), time(row, "now")))
            .single();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    requireSameTime(now, head.now());
    requirePast(head.at(), now);
    OffsetDateTime at = (now.isBefore(head.at()) ? head.at() : now).atOffset(ZoneOffset.UTC);
    int placed =
        jdbc.sql(
                """
                with next as (
                  select certificate, version, row_number() over (order by id) as place
                    from (select id, certificate, version from ledger_entry
                           where leaf_index is null order by id limit ?) waiting)
                update ledger_entry e set leaf_index = ? + next.place - 1, entered_at = ?
                  from next where e.certificate = next.certificate and e.version = next.version
                """)
            .param(most)
            .param(head.last())
            .param(at)
            .update();
    if (placed > 0) {
      jdbc.sql("update ledger_head set last = last + ?, entered_at = ?")
          .param(placed)
          .param(at)
          .update();
    }
    return head.last() + placed;
  }

  /** A time far ahead could never be taken back: the ledger's only goes forward. */
  private static void requireSameTime(Instant ours, Instant databases) {
    Duration apart = Duration.between(databases, ours);
    if (apart.abs().compareTo(MOST_APART) > 0) {
      throw new IllegalStateException(
          "this machine's clock is "
              + apart
              + " off the database's: set them right; until then"
              + " nothing is entered in the ledger");
    }
  }

  /** Somebody dated the last entry by hand: all that follow would have to be as late. */
  private static void requirePast(Instant last, Instant now) {
    if (last.isAfter(now.plus(MOST_APART))) {
      throw new IllegalStateException(
          "the ledger's last entry is of " + last + ", which is yet to come");
    }
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Whether an entry has no place, or its place is under no checkpoint. */
  boolean isWaiting() {
    return jdbc.sql(
            """
            select exists (select from ledger_entry where leaf_index is null)
                or (select last from ledger_head)
                     > (select coalesce(max(size), 0) from ledger_checkpoint)
            """)
        .query(Boolean.class)
        .single();
  }

  /** The encoded entries from one place to before another. */
  List<Bytes> encoded(long from, long to) {
    List<Bytes> entries =
        jdbc.sql(
                """
                select kind, issuer, entered_at, subject, successor from ledger_entry
                 where leaf_index >= ? and leaf_index < ? order by leaf_index
                """)
            .param(from)
            .param(to)
            .query((row, number) -> leaf(row).encoded())
            .list();
    if (entries.size() != to - from) {
      throw new IllegalStateException(
          "the ledger has " + entries.size() + " entries from " + from + " to " + to);
    }
    return entries;
  }

  private static LedgerLeaf leaf(ResultSet row) throws SQLException {
    byte[] successor = row.getBytes("successor");
    return new LedgerLeaf(
        LeafKind.valueOf(row.getString("kind")),
        row.getInt("issuer"),
        time(row, "entered_at"),
        new Digest(Bytes.wrap(row.getBytes("subject"))),
        successor == null ? Optional.empty() : Optional.of(new Digest(Bytes.wrap(successor))));
  }

  private record Head(long last, Instant at, Instant now) {}
}
