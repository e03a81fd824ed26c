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
   * Works on one open chunk, if there is one that nobody else works on.
   *
   * @param batchId only of this batch; null for any
   * @return whether there was one
   */
  boolean workOnOne(@Nullable Long batchId, ChunkWork work)
      throws SQLException, IOException, IssuingFailed {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<Chunk> chunk = lockOne(connection, batchId);
        if (chunk.isPresent()) {
          finish(connection, chunk.get(), work.issue(chunk.get()));
        }
        connection.commit();
        return chunk.isPresent();
      } catch (SQLException | IOException | IssuingFailed | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private Optional<Chunk> lockOne(Connection connection, @Nullable Long batchId)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select b.id, b.template, b.issued_on, b.actor, b.created_at, c.chunk
            from batch_chunk c join batch b on b.id = c.batch_id
            where not c.done and (?::bigint is null or b.id = ?)
            order by c.batch_id, c.chunk
            limit 1
            for update of c skip locked
            """)) {
      select.setObject(1, batchId, java.sql.Types.BIGINT);
      select.setObject(2, batchId, java.sql.Types.BIGINT);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Batch batch = JdbcBatches.batch(row);
        int chunk = row.getInt(6);
        return Optional.of(new Chunk(batch, chunk, rowsOf(connection, batch.id(), chunk)));
      }
    }
  }

  private List<BatchRow> rowsOf(Connection connection, long batchId, int chunk)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select sheet_row, result, corrects, reason, ground from batch_row
            where batch_id = ? and chunk = ? order by sheet_row
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
    try (PreparedStatement row =
            connection.prepareStatement(
                """
                update batch_row set outcome = ?, code = ?, result = null
                where batch_id = ? and sheet_row = ?
                """);
        PreparedStatement done =
            connection.prepareStatement(
                "update batch_chunk set done = true where batch_id = ? and chunk = ?")) {
      for (RowOutcome outcome : outcomes) {
        row.setString(1, outcome.kind().name());
        row.setString(2, outcome.certificate().code().value());
        row.setLong(3, chunk.batch().id());
        row.setInt(4, outcome.sheetRow());
        row.addBatch();
      }
      row.executeBatch();
      done.setLong(1, chunk.batch().id());
      done.setInt(2, chunk.number());
      done.executeUpdate();
    }
  }

  /** Chunks that are not done, of one batch or, for null, of all. */
  int open(@Nullable Long batchId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement(
                """
                select count(*) from batch_chunk
                where not done and (?::bigint is null or batch_id = ?)
                """)) {
      count.setObject(1, batchId, java.sql.Types.BIGINT);
      count.setObject(2, batchId, java.sql.Types.BIGINT);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** A part of a batch that one worker issues in one go. */
  record Chunk(Batch batch, int number, List<BatchRow> rows) {}

  /** Issues a chunk; called while the chunk is locked. */
  interface ChunkWork {
    List<RowOutcome> issue(Chunk chunk) throws IOException, IssuingFailed;
  }
}
