package cn.zhixin.issuance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The batches that were ordered: how far each is, and giving up what one still waits for. */
public final class OrderedBatches {
  private static final String SUMMARIES =
      """
      select b.id, b.template, b.issued_on, b.actor, b.created_at,
        ends.total, ends.issued, ends.already, ends.conflicting, ends.waiting,
        (select c.failure from batch_chunk c
          where c.batch_id = b.id and not c.done and c.failure is not null
          order by c.failed_at desc limit 1),
        b.voided_at, b.void_reason
      from batch b cross join lateral (
        select count(*) as total,
          count(*) filter (where r.outcome = 'ISSUED') as issued,
          count(*) filter (where r.outcome = 'ALREADY_ISSUED') as already,
          count(*) filter (where r.outcome = 'CONFLICTING') as conflicting,
          count(*) filter (where r.outcome is null) as waiting
        from batch_row r where r.batch_id = b.id) ends""";

  private static final String UNFINISHED =
      "exists (select 1 from batch_chunk c where c.batch_id = b.id and not c.done)";

  private final DataSource database;

  OrderedBatches(DataSource database) {
    this.database = database;
  }

  /** One of them, finished or not. */
  public Optional<BatchSummary> find(long batchId) throws SQLException {
    return select("b.id = ?", batchId).stream().findFirst();
  }

  /**
   * Every batch that is not finished and the latest that are, newest first.
   *
   * @param finished how many at most of those with nothing left to issue
   */
  public List<BatchSummary> list(int finished) throws SQLException {
    return select(
        UNFINISHED
            + " or b.id in (select b.id from batch b where not "
            + UNFINISHED
            + " order by b.id desc limit ?)",
        finished);
  }

  /** How many batches have nothing left to issue. */
  public int finished() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from batch b where not " + UNFINISHED);
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /**
   * @param condition with one parameter
   */
  private List<BatchSummary> select(String condition, Object parameter) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                SUMMARIES + " where " + condition + " order by b.id desc")) {
      select.setObject(1, parameter);
      List<BatchSummary> batches = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Timestamp voidedAt = row.getTimestamp(12);
          batches.add(
              new BatchSummary(
                  JdbcBatches.batch(row),
                  row.getInt(6),
                  row.getInt(7),
                  row.getInt(8),
                  row.getInt(9),
                  row.getInt(10),
                  row.getString(11),
                  voidedAt == null ? null : voidedAt.toInstant(),
                  row.getString(13)));
        }
      }
      return batches;
    }
  }

  /** What became of giving a batch up. */
  public sealed interface Voiding {
    /**
     * Done.
     *
     * @param rows that will not be issued
     */
    record Voided(int rows) implements Voiding {}

    /** Every row was done or given up before: nothing was changed. */
    record NothingLeft() implements Voiding {}

    record Unknown() implements Voiding {}
  }

  /**
   * Gives up what a batch still waits for, and forgets it; what was issued is not touched. Waits
   * for a worker that is at one of its chunks.
   *
   * @param reason not blank
   */
  public Voiding giveUp(long batchId, String actor, String reason, Instant at) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Voiding voiding = voidLocked(connection, batchId, actor, reason, at);
        connection.commit();
        return voiding;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static Voiding voidLocked(
      Connection connection, long batchId, String actor, String reason, Instant at)
      throws SQLException {
    if (!exists(connection, batchId)) {
      return new Voiding.Unknown();
    }
    update(
        connection, "select from batch_chunk where batch_id = ? and not done for update", batchId);
    int rows =
        update(
            connection,
            """
            update batch_row set outcome = 'VOID', result = null
            where batch_id = ? and outcome is null
            """,
            batchId);
    if (rows == 0) {
      return new Voiding.NothingLeft();
    }
    update(connection, "update batch_chunk set done = true where batch_id = ?", batchId);
    try (PreparedStatement mark =
        connection.prepareStatement(
            "update batch set voided_at = ?, voided_by = ?, void_reason = ? where id = ?")) {
      mark.setTimestamp(1, Timestamp.from(at));
      mark.setString(2, actor);
      mark.setString(3, reason);
      mark.setLong(4, batchId);
      mark.executeUpdate();
    }
    return new Voiding.Voided(rows);
  }

  private static boolean exists(Connection connection, long batchId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from batch where id = ? for update")) {
      select.setLong(1, batchId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static int update(Connection connection, String sql, long batchId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, batchId);
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }
}
