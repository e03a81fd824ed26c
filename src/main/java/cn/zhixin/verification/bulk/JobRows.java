package cn.zhixin.verification.bulk;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.web.TypedCode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of lists in PostgreSQL, in chunks. */
final class JobRows {
  static final int CHUNK = 50;

  private static final int BATCH = 1_000;
  private static final int LONGEST_TYPED = 60;
  private static final int LONGEST_NAME = 100;

  private final JdbcTemplate jdbc;

  JobRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In the caller's transaction. */
  void add(String job, CodeList list) {
    int chunks = (list.rows().size() + CHUNK - 1) / CHUNK;
    List<Integer> numbers = new ArrayList<>();
    for (int chunk = 0; chunk < chunks; chunk++) {
      numbers.add(chunk);
    }
    jdbc.batchUpdate(
        "insert into bulk_chunk (job, chunk) values (?, ?)",
        numbers,
        BATCH,
        (statement, chunk) -> {
          statement.setString(1, job);
          statement.setInt(2, chunk);
        });
    Map<String, Integer> first = new HashMap<>();
    int[] next = {0};
    jdbc.batchUpdate(
        """
        insert into bulk_row (job, list_row, chunk, typed, code, fault, duplicate_of, holder_name,
                              identity_end)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        list.rows(),
        BATCH,
        (statement, row) -> set(statement, job, row, next[0]++ / CHUNK, first));
  }

  private static void set(
      PreparedStatement statement, String job, ListedRow row, int chunk, Map<String, Integer> first)
      throws SQLException {
    CodeReading reading = TypedCode.read(row.code());
    String code = reading instanceof CodeReading.Read read ? read.code().value() : null;
    Integer earlier = code == null ? null : first.putIfAbsent(code, row.row());
    statement.setString(1, job);
    statement.setInt(2, row.row());
    statement.setInt(3, chunk);
    statement.setString(4, code == null ? shortened(row.code(), LONGEST_TYPED) : null);
    statement.setString(5, code);
    statement.setString(6, code == null ? fault(row, reading).name() : null);
    statement.setObject(7, earlier);
    statement.setString(8, code == null ? null : filled(shortened(row.name(), LONGEST_NAME)));
    statement.setString(
        9, code == null ? null : filled(RowAnswers.identityEnd(row.identityNumber())));
  }

  private static RowFault fault(ListedRow row, CodeReading reading) {
    if (row.code().isEmpty()) {
      return RowFault.NO_CODE;
    }
    return reading instanceof CodeReading.Mistyped ? RowFault.MISTYPED : RowFault.MALFORMED;
  }

  /** Without what a database cannot hold, and not through the middle of a character. */
  private static String shortened(String text, int most) {
    return text.codePoints()
        .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
        .limit(most)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static @Nullable String filled(String text) {
    return text.isEmpty() ? null : text;
  }

  List<BulkRow> of(String job) {
    return jdbc.query(
        """
        select list_row, file_name, file_digest, finding, detail, typed, code, fault, duplicate_of,
               verdict, as_of, facts, name_match, identity_match
          from bulk_row where job = ? order by list_row
        """,
        (row, number) -> BulkJobs.readRow(row),
        job);
  }
}
