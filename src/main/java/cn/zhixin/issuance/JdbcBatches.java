package cn.zhixin.issuance;

import cn.zhixin.certificate.VerificationCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Batches in PostgreSQL: what was ordered and what became of each row. */
final class JdbcBatches {
  private final DataSource database;
  private final ResultJson results;

  JdbcBatches(DataSource database, ResultJson results) {
    this.database = database;
    this.results = results;
  }

  /** Writes a batch with all its rows; when this returns, every row will be issued. */
  Batch open(
      String template,
      LocalDate issuedOn,
      String actor,
      Instant at,
      List<BatchRow> rows,
      int chunkSize)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        long id = insertBatch(connection, template, issuedOn, actor, at);
        insertRows(connection, id, rows, chunkSize);
        connection.commit();
        return new Batch(id, template, issuedOn, actor, at);
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static long insertBatch(
      Connection connection, String template, LocalDate issuedOn, String actor, Instant at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into batch (template, issued_on, actor, created_at)
            values (?, ?, ?, ?) returning id
            """)) {
      insert.setString(1, template);
      insert.setObject(2, issuedOn);
      insert.setString(3, actor);
      insert.setTimestamp(4, Timestamp.from(at));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** All rows in one statement, then a chunk for each chunk number that a row has. */
  private void insertRows(Connection connection, long id, List<BatchRow> rows, int chunkSize)
      throws SQLException {
    int count = rows.size();
    Integer[] chunks = new Integer[count];
    Integer[] sheetRows = new Integer[count];
    String[] json = new String[count];
    String[] corrects = new String[count];
    String[] reasons = new String[count];
    String[] grounds = new String[count];
    for (int index = 0; index < count; index++) {
      BatchRow row = rows.get(index);
      CorrectionOrder correction = row.correction();
      chunks[index] = index / chunkSize;
      sheetRows[index] = row.sheetRow();
      json[index] = results.write(row.result());
      corrects[index] = correction == null ? null : correction.predecessor().value();
      reasons[index] = correction == null ? null : correction.reason();
      grounds[index] = correction == null ? null : correction.ground();
    }
    try (PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into batch_row (batch_id, chunk, sheet_row, result, corrects, reason, ground)
                select ?, chunk, sheet_row, result::jsonb, corrects, reason, ground
                  from unnest(?::integer[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as row (chunk, sheet_row, result, corrects, reason, ground)
                """);
        PreparedStatement divide =
            connection.prepareStatement(
                """
                insert into batch_chunk (batch_id, chunk)
                select distinct batch_id, chunk from batch_row where batch_id = ?
                """)) {
      insert.setLong(1, id);
      insert.setArray(2, connection.createArrayOf("integer", chunks));
      insert.setArray(3, connection.createArrayOf("integer", sheetRows));
      insert.setArray(4, connection.createArrayOf("text", json));
      insert.setArray(5, connection.createArrayOf("text", corrects));
      insert.setArray(6, connection.createArrayOf("text", reasons));
      insert.setArray(7, connection.createArrayOf("text", grounds));
      insert.executeUpdate();
      divide.setLong(1, id);
      divide.executeUpdate();
    }
  }

  /** The oldest batch that somebody ordered. */
  Optional<Batch> firstOf(String actor) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select id, template, issued_on, actor, created_at from batch
                where actor = ? order by id limit 1
                """)) {
      select.setString(1, actor);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(batch(row)) : Optional.empty();
      }
    }
  }

  /** From the columns {@code id, template, issued_on, actor, created_at}, in this order. */
  static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getLong(1),
        row.getString(2),
        row.getObject(3, LocalDate.class),
        row.getString(4),
        row.getTimestamp(5).toInstant());
  }

  /** Rows that are done, by sheet row; the certificate's code with what became of the row. */
  List<DoneRow> doneRows(long batchId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select sheet_row, outcome, code from batch_row
                where batch_id = ? and code is not null order by sheet_row
                """)) {
      select.setLong(1, batchId);
      List<DoneRow> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new DoneRow(
                  row.getInt(1),
                  RowOutcome.Kind.valueOf(row.getString(2)),
                  new VerificationCode(row.getString(3))));
        }
      }
      return rows;
    }
  }

  /** A row that needs no more work. */
  record DoneRow(int sheetRow, RowOutcome.Kind kind, VerificationCode code) {}
}
