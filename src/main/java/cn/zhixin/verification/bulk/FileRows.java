package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files of lists in PostgreSQL, each a chunk of its own: looking into one takes longer than reading
 * the answers of many codes. Their bytes are there until they are answered.
 */
final class FileRows {
  private static final int BATCH = 20;

  private record Placed(int row, ListedFile file) {}

  private final JdbcTemplate jdbc;

  FileRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In the caller's transaction. */
  void add(String job, FileList list) {
    List<Placed> rows = new ArrayList<>();
    for (ListedFile file : list.files()) {
      rows.add(new Placed(rows.size() + 1, file));
    }
    jdbc.batchUpdate(
        "insert into bulk_chunk (job, chunk) values (?, ?)",
        rows,
        FileList.MOST,
        (statement, each) -> {
          statement.setString(1, job);
          statement.setInt(2, each.row() - 1);
        });
    Map<Digest, Integer> first = new HashMap<>();
    jdbc.batchUpdate(
        """
        insert into bulk_row (job, list_row, chunk, file_name, file_digest, file, duplicate_of)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows,
        BATCH,
        (statement, each) -> {
          Digest digest = Digest.of(each.file().content());
          statement.setString(1, job);
          statement.setInt(2, each.row());
          statement.setInt(3, each.row() - 1);
          statement.setString(4, each.file().name());
          statement.setString(5, digest.toHex());
          statement.setBytes(6, each.file().content().unsafeArray());
          statement.setObject(7, first.putIfAbsent(digest, each.row()));
        });
  }

  List<OpenFile> open(String job, int chunk) {
    return JdbcClient.create(jdbc)
        .sql(
            """
            select list_row, duplicate_of, file from bulk_row
             where job = ? and chunk = ? and file is not null order by list_row
            """)
        .param(job)
        .param(chunk)
        .query(
            (row, number) ->
                new OpenFile(
                    row.getInt("list_row"),
                    row.getObject("duplicate_of") == null,
                    Bytes.wrap(row.getBytes("file"))))
        .list();
  }

  void write(String job, List<AnsweredFile> files) {
    jdbc.batchUpdate(
        """
        update bulk_row set file = null, finding = ?, detail = ?, code = ?, verdict = ?, as_of = ?,
               facts = ?::jsonb
         where job = ? and list_row = ?
        """,
        files,
        BATCH,
        (statement, each) -> {
          statement.setString(1, each.finding().name());
          statement.setString(2, each.detail());
          statement.setString(3, each.code() == null ? null : each.code().value());
          statement.setString(4, each.verdict() == null ? null : each.verdict().name());
          statement.setObject(5, each.asOf().atOffset(ZoneOffset.UTC));
          statement.setString(
              6,
              each.summary() == null ? null : BulkJobs.MAPPER.writeValueAsString(each.summary()));
          statement.setString(7, job);
          statement.setInt(8, each.file().row());
        });
  }
}
