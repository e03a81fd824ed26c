package cn.zhixin.verification.bulk;

import cn.zhixin.certificate.VerificationCode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Answers one chunk of a list in one transaction, which holds the chunk's row: what a killed worker
 * had begun is as if it had not, and another takes it up.
 */
final class ChunkWork {
  /** Of a list of files with the site it was sent to. */
  private record Claim(String job, int chunk, boolean revoked, @Nullable String site) {}

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final RowAnswers answers;
  private final FileAnswers files;
  private final FileRows fileRows;
  private final InquiryLog inquiries;
  private final Clock clock;

  ChunkWork(
      JdbcTemplate batches,
      TransactionOperations transactions,
      RowAnswers answers,
      FileAnswers files,
      InquiryLog inquiries,
      Clock clock) {
    this.batches = batches;
    this.jdbc = JdbcClient.create(batches);
    this.transactions = transactions;
    this.answers = answers;
    this.files = files;
    this.fileRows = new FileRows(batches);
    this.inquiries = inquiries;
    this.clock = clock;
  }

  /**
   * Answers the next open chunk of any list, of all lists in turn; of lists of files only while
   * there is a place to look into them.
   *
   * @return whether there was one that could be answered
   */
  boolean next() {
    boolean withFiles = files.enter();
    try {
      return Boolean.TRUE.equals(
          transactions.execute(status -> claim(withFiles).map(this::work).orElse(false)));
    } finally {
      if (withFiles) {
        files.leave();
      }
    }
  }

  private Optional<Claim> claim(boolean withFiles) {
    return jdbc.sql(
            """
            select c.job, c.chunk, k.revoked_at is not null as revoked, j.site
              from bulk_chunk c join bulk_job j on j.id = c.job join api_key k on k.id = j.api_key
             where not c.done and j.ended_at is null and (j.site is null or ?)
             order by c.chunk, c.job limit 1 for update of c skip locked
            """)
        .param(withFiles)
        .query(
            (row, number) ->
                new Claim(
                    row.getString("job"),
                    row.getInt("chunk"),
                    row.getBoolean("revoked"),
                    row.getString("site")))
        .optional();
  }

  private boolean work(Claim claim) {
    if (claim.revoked()) {
      end(claim.job(), BulkJob.Interruption.KEY_REVOKED.name());
      return true;
    }
    return claim.site() == null ? answerRows(claim) : answerFiles(claim, claim.site());
  }

  private boolean answerRows(Claim claim) {
    BulkJob job = job(claim);
    List<AnsweredRow> answered = new ArrayList<>();
    for (OpenRow row : open(claim)) {
      answered.add(answers.answer(row, job.organisation().id()));
    }
    if (!isOpenUntilCommit(claim.job())) {
      // it was told to have ended: nothing of it changes any more
      return true;
    }
    write(claim.job(), answered);
    inquiries.add(job, answered);
    done(claim);
    return true;
  }

  /** A file that no worker had time for stays open. */
  private boolean answerFiles(Claim claim, String site) {
    List<AnsweredFile> answered = new ArrayList<>();
    for (OpenFile file : fileRows.open(claim.job(), claim.chunk())) {
      Optional<AnsweredFile> answer = files.answer(file, site);
      if (answer.isEmpty()) {
        return false;
      }
      answered.add(answer.get());
    }
    if (isOpenUntilCommit(claim.job())) {
      fileRows.write(claim.job(), answered);
      inquiries.add(
          job(claim), answered.stream().flatMap(each -> each.asInquiry().stream()).toList());
      done(claim);
    }
    return true;
  }

  private BulkJob job(Claim claim) {
    return jdbc.sql(BulkJobs.SELECT + " where j.id = ?")
        .param(claim.job())
        .query((row, number) -> BulkJobs.read(row))
        .single();
  }

  private void done(Claim claim) {
    jdbc.sql("update bulk_chunk set done = true where job = ? and chunk = ?")
        .param(claim.job())
        .param(claim.chunk())
        .update();
    endIfDone(claim.job());
  }

  /** By code: two chunks that count wrong numbers of the same codes wait for each other once. */
  private List<OpenRow> open(Claim claim) {
    return jdbc.sql(
            """
            select list_row, code, duplicate_of, holder_name, identity_end from bulk_row
             where job = ? and chunk = ? and code is not null order by code, list_row
            """)
        .param(claim.job())
        .param(claim.chunk())
        .query(
            (row, number) ->
                new OpenRow(
                    row.getInt("list_row"),
                    new VerificationCode(row.getString("code")),
                    row.getObject("duplicate_of") == null,
                    Optional.ofNullable(row.getString("holder_name")).orElse(""),
                    Optional.ofNullable(row.getString("identity_end")).orElse("")))
        .list();
  }

  private void write(String job, List<AnsweredRow> rows) {
    batches.batchUpdate(
        """
        update bulk_row set holder_name = null, identity_end = null, verdict = ?, as_of = ?,
               facts = ?::jsonb, name_match = ?, identity_match = ?
         where job = ? and list_row = ?
        """,
        rows,
        JobRows.CHUNK,
        (statement, each) -> {
          statement.setString(1, each.verdict().name());
          statement.setObject(2, each.asOf().atOffset(ZoneOffset.UTC));
          statement.setString(
              3,
              each.summary() == null ? null : BulkJobs.MAPPER.writeValueAsString(each.summary()));
          statement.setString(4, each.name() == null ? null : each.name().name());
          statement.setString(5, each.identity() == null ? null : each.identity().name());
          statement.setString(6, job);
          statement.setInt(7, each.row().row());
        });
  }

  /** The job's row is held until the commit: of two last chunks the second sees the first done. */
  private boolean isOpenUntilCommit(String job) {
    return jdbc.sql("select ended_at is null from bulk_job where id = ? for update")
        .param(job)
        .query(Boolean.class)
        .single();
  }

  private void endIfDone(String job) {
    boolean open =
        jdbc.sql("select exists (select from bulk_chunk where job = ? and not done)")
            .param(job)
            .query(Boolean.class)
            .single();
    if (!open) {
      end(job, null);
    }
  }

  private void end(String job, @Nullable String interruption) {
    jdbc.sql("update bulk_job set ended_at = ?, interruption = ? where id = ? and ended_at is null")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(interruption)
        .param(job)
        .update();
    // what was never compared is not kept either
    jdbc.sql(
            "update bulk_row set holder_name = null, identity_end = null, file = null where job = ?"
                + " and (holder_name is not null or identity_end is not null or file is not null)")
        .param(job)
        .update();
  }
}
