package cn.zhixin.issuance;

import cn.zhixin.certificate.VerificationCode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Shares the open chunks of all batches among workers of any number of processes.
 *
 * <p>A chunk belongs to whoever holds its row lock. The lock lives and dies with the worker's
 * connection, so that a killed worker's chunk is free at once and no time-out has to be guessed.
 */
final class ChunkClaims {
  private final DataSource database;
  private final ResultJson results;

  ChunkClaims(DataSource database, ResultJson results) {
    this.database = database;
    this.results = results;
  }

  /**
   * Works on one open chunk, if there is one that nobody else works on. When that fails, the chunk
   * stays open, remembers why, and is set aside.
   *
   * @param batchId only of this batch; null for any
   * @param aside what is not tried again
   * @return whether there was one
   */
  boolean workOnOne(@Nullable Long batchId, ChunksAside aside, ChunkWork work)
      throws SQLException, IssuingFailed {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<Place> place = lockOne(connection, batchId, aside);
        if (place.isPresent()) {
          workOn(connection, place.get(), aside, work);
        }
        connection.commit();
        return place.isPresent();
      } catch (SQLException | IssuingFailed | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private void workOn(Connection connection, Place place, ChunksAside aside, ChunkWork work)
      throws SQLException, IssuingFailed {
    try {
      Chunk chunk =
          new Chunk(
              place.batch(), place.chunk(), rowsOf(connection, place.batch().id(), place.chunk()));
      SoundRows sound = SoundRows.issue(chunk, work);
      finish(connection, chunk, sound.outcomes());
      if (sound.isWhole() || !sound.outcomes().isEmpty()) {
        aside.succeeded();
      }
      if (!sound.isWhole()) {
        FailedChunk left = FailedChunk.of(place.batch().id(), place.chunk(), sound.failure());
        aside.add(left);
        remember(connection, left);
      }
    } catch (SQLException | IOException | IssuingFailed | RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IssuingFailed("interrupted", e);
      }
      FailedChunk failed = FailedChunk.of(place.batch().id(), place.chunk(), e);
      // before it is free again, or another worker would try it at once
      aside.add(failed);
      connection.rollback();
      remember(connection, failed);
      connection.commit();
    }
  }

  /** Not while somebody else works on it by now. */
  private static void remember(Connection connection, FailedChunk failed) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update batch_chunk set failure = ?, failed_at = now()
            where (batch_id, chunk) in (
              select batch_id, chunk from batch_chunk
              where batch_id = ? and chunk = ? and not done for update skip locked)
            """)) {
      update.setString(1, failed.why());
      update.setLong(2, failed.batchId());
      update.setInt(3, failed.chunk());
      update.executeUpdate();
    }
  }

  private static Optional<Place> lockOne(
      Connection connection, @Nullable Long batchId, ChunksAside aside) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select b.id, b.template, b.issued_on, b.actor, b.created_at, c.chunk
            from batch_chunk c join batch b on b.id = c.batch_id
            where not c.done and (?::bigint is null or b.id = ?)
              and not exists (
                select 1 from unnest(?::bigint[], ?::integer[]) as aside (batch_id, chunk)
                where aside.batch_id = c.batch_id and aside.chunk = c.chunk)
            order by c.failed_at nulls first, c.batch_id, c.chunk
            limit 1
            for update of c skip locked
            """)) {
      setScope(connection, select, batchId, aside);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Place(JdbcBatches.batch(row), row.getInt(6)))
            : Optional.empty();
      }
    }
  }

  private static void setScope(
      Connection connection, PreparedStatement select, @Nullable Long batchId, ChunksAside aside)
      throws SQLException {
    select.setObject(1, batchId, java.sql.Types.BIGINT);
    select.setObject(2, batchId, java.sql.Types.BIGINT);
    select.setArray(3, connection.createArrayOf("bigint", aside.batchIds()));
    select.setArray(4, connection.createArrayOf("integer", aside.numbers()));
  }

  private List<BatchRow> rowsOf(Connection connection, long batchId, int chunk)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select sheet_row, result, corrects, reason, ground from batch_row
            where batch_id = ? and chunk = ? and outcome is null order by sheet_row
            """)) {
      select.setLong(1, batchId);
      select.setInt(2, chunk);
      List<BatchRow> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String corrects = row.getString(3);
          rows.add(
              new BatchRow(
                  row.getInt(1),
                  results.read(row.getString(2)),
                  corrects == null
                      ? null
                      : new CorrectionOrder(
                          new VerificationCode(corrects), row.getString(4), row.getString(5))));
        }
      }
      return rows;
    }
  }

  private static void finish(Connection connection, Chunk chunk, List<RowOutcome> outcomes)
      throws SQLException {
    Integer[] sheetRows = outcomes.stream().map(RowOutcome::sheetRow).toArray(Integer[]::new);
    String[] kinds = outcomes.stream().map(each -> each.kind().name()).toArray(String[]::new);
    String[] codes =
        outcomes.stream().map(each -> each.certificate().code().value()).toArray(String[]::new);
    try (PreparedStatement rows =
            connection.prepareStatement(
                """
                update batch_row r set outcome = o.outcome, code = o.code, result = null
                  from unnest(?::integer[], ?::text[], ?::text[]) as o (sheet_row, outcome, code)
                 where r.batch_id = ? and r.sheet_row = o.sheet_row
                """);
        PreparedStatement done =
            connection.prepareStatement(
                """
                update batch_chunk c set done = true
                 where batch_id = ? and chunk = ? and not exists (
                   select 1 from batch_row r
                    where r.batch_id = c.batch_id and r.chunk = c.chunk and r.outcome is null)
                """)) {
      rows.setArray(1, connection.createArrayOf("integer", sheetRows));
      rows.setArray(2, connection.createArrayOf("text", kinds));
      rows.setArray(3, connection.createArrayOf("text", codes));
      rows.setLong(4, chunk.batch().id());
      rows.executeUpdate();
      done.setLong(1, chunk.batch().id());
      done.setInt(2, chunk.number());
      done.executeUpdate();
    }
  }

  /** Chunks that are not done and not set aside, of one batch or, for null, of all. */
  int open(@Nullable Long batchId, ChunksAside aside) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement(
                """
                select count(*) from batch_chunk c
                where not done and (?::bigint is null or batch_id = ?)
                  and not exists (
                    select 1 from unnest(?::bigint[], ?::integer[]) as aside (batch_id, chunk)
                    where aside.batch_id = c.batch_id and aside.chunk = c.chunk)
                """)) {
      setScope(connection, count, batchId, aside);
      return number(count);
    }
  }

  /** Whether a chunk still waits: another process may have done what failed here. */
  boolean isOpen(FailedChunk chunk) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement(
                "select count(*) from batch_chunk where not done and batch_id = ? and chunk = ?")) {
      count.setLong(1, chunk.batchId());
      count.setInt(2, chunk.chunk());
      return number(count) > 0;
    }
  }

  /** Rows of open chunks, of all batches. */
  int openRows() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from batch_row where outcome is null")) {
      return number(count);
    }
  }

  private static int number(PreparedStatement count) throws SQLException {
    try (ResultSet row = count.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private record Place(Batch batch, int chunk) {}

  /** A part of a batch that one worker issues in one go. */
  record Chunk(Batch batch, int number, List<BatchRow> rows) {}

  /** Issues a chunk; called while the chunk is locked. */
  interface ChunkWork {
    List<RowOutcome> issue(Chunk chunk) throws IOException, IssuingFailed;
  }
}
