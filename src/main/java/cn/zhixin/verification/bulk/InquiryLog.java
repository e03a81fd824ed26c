package cn.zhixin.verification.bulk;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who asked about which certificate, when and what for: kept for its holder, never changed. */
public final class InquiryLog {
  private final JdbcTemplate batches;

  InquiryLog(JdbcTemplate batches) {
    this.batches = batches;
  }

  /** One line for each code of a list, in the caller's transaction. */
  void add(BulkJob job, List<AnsweredRow> rows) {
    batches.batchUpdate(
        """
        insert into inquiry (code, organisation, api_key, purpose, asked_at, verdict, as_of,
                             name_match, identity_match)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows.stream().filter(each -> each.row().first()).toList(),
        500,
        (statement, each) -> {
          statement.setString(1, each.row().code().value());
          statement.setLong(2, job.organisation().id());
          statement.setString(3, job.key());
          statement.setString(4, job.purpose());
          statement.setObject(5, job.askedAt().atOffset(ZoneOffset.UTC));
          statement.setString(6, each.verdict().name());
          statement.setObject(7, each.asOf().atOffset(ZoneOffset.UTC));
          statement.setString(8, each.name() == null ? null : each.name().name());
          statement.setString(9, each.identity() == null ? null : each.identity().name());
        });
  }
}
