package cn.zhixin.verification.bulk;

import cn.zhixin.catalogue.UnifiedCreditCode;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Digest;
import cn.zhixin.people.ApiKey;
import cn.zhixin.people.Base32;
import cn.zhixin.people.Organisation;
import cn.zhixin.verification.SqlTimes;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.receipts.CertificateSummary;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The lists that were asked about in the last days, in PostgreSQL. */
public final class BulkJobs {
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Lists of one organisation that may be worked on at the same time. */
  static final int MOST_RUNNING = 5;

  private static final int ID = 26;
  private static final Duration TOO_OLD = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final JobRows rows;
  private final FileRows files;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  BulkJobs(
      JdbcClient jdbc,
      TransactionOperations transactions,
      JobRows rows,
      FileRows files,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.rows = rows;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Takes a list down, to be answered; empty if the organisation has too many running.
   *
   * @param site that it was sent to, whose QR symbols are ours
   */
  public Optional<BulkJob> order(ApiKey key, String purpose, AskedList list, String site) {
    String id = Base32.random(random, ID);
    boolean taken =
        Boolean.TRUE.equals(
            transactions.execute(
                status -> {
                  // one after another for an organisation, so that the bound holds
                  jdbc.sql("select id from organisation where id = ? for update")
                      .param(key.organisation().id())
                      .query(Long.class)
                      .single();
                  if (running(key.organisation().id()) >= MOST_RUNNING) {
                    return false;
                  }
                  jdbc.sql(
                          "insert into bulk_job (id, organisation, api_key, purpose, asked_at,"
                              + " row_count, site) values (?, ?, ?, ?, ?, ?, ?)")
                      .param(id)
                      .param(key.organisation().id())
                      .param(key.id())
                      .param(purpose)
                      .param(clock.instant().atOffset(ZoneOffset.UTC))
                      .param(list.size())
                      .param(list instanceof FileList ? site : null)
                      .update();
                  if (list instanceof FileList of) {
                    files.add(id, of);
                  } else if (list instanceof CodeList of) {
                    rows.add(id, of);
                  }
                  return true;
                }));
    return taken ? find(id, key.organisation()) : Optional.empty();
  }

  private long running(long organisation) {
    return jdbc.sql("select count(*) from bulk_job where organisation = ? and ended_at is null")
        .param(organisation)
        .query(Long.class)
        .single();
  }

  /** One of the organisation's own lists; there is none of another's. */
  public Optional<BulkJob> find(String id, Organisation organisation) {
    return jdbc.sql(SELECT + " where j.id = ? and j.organisation = ?")
        .param(id)
        .param(organisation.id())
        .query((row, number) -> read(row))
        .optional();
  }

  /** The organisation's lists, latest first. */
  public List<BulkJob> latest(Organisation organisation, int most) {
    return jdbc.sql(SELECT + " where j.organisation = ? order by j.asked_at desc limit ?")
        .param(organisation.id())
        .param(most)
        .query((row, number) -> read(row))
        .list();
  }

  public List<BulkRow> rows(BulkJob job) {
    return rows.of(job.id());
  }

  /** Removes what is older than that, and gives up what could not be answered for a day. */
  void sweep(Duration kept) {
    jdbc.sql(
            "update bulk_job set ended_at = ?, interruption = 'TOO_OLD'"
                + " where ended_at is null and asked_at < ?")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(clock.instant().minus(TOO_OLD).atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            "update bulk_row r set file = null from bulk_job j"
                + " where j.id = r.job and j.ended_at is not null and r.file is not null")
        .update();
    jdbc.sql("delete from bulk_job where asked_at < ?")
        .param(clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String SELECT =
      """
      select j.id, j.api_key, j.purpose, j.asked_at, j.row_count, j.ended_at, j.interruption,
             o.id as organisation_id, o.name, o.credit_code, o.created_at,
             (select count(*) from bulk_row r join bulk_chunk c on c.job = r.job
                 and c.chunk = r.chunk where r.job = j.id and c.done) as answered
        from bulk_job j join organisation o on o.id = j.organisation
      """;

  static BulkJob read(ResultSet row) throws SQLException {
    Organisation organisation =
        new Organisation(
            row.getLong("organisation_id"),
            row.getString("name"),
            new UnifiedCreditCode(row.getString("credit_code")),
            SqlTimes.instant(row, "created_at"));
    return new BulkJob(
        row.getString("id"),
        organisation,
        row.getString("api_key"),
        row.getString("purpose"),
        SqlTimes.instant(row, "asked_at"),
        row.getInt("row_count"),
        row.getInt("answered"),
        SqlTimes.optional(row, "ended_at"),
        constant(row.getString("interruption"), BulkJob.Interruption::valueOf));
  }

  static BulkRow readRow(ResultSet row) throws SQLException {
    return new BulkRow(
        row.getInt("list_row"),
        row.getString("file_name") == null ? null : readFile(row),
        row.getString("typed"),
        constant(row.getString("code"), VerificationCode::new),
        constant(row.getString("fault"), RowFault::valueOf),
        row.getObject("duplicate_of", Integer.class),
        constant(row.getString("verdict"), Verdict::valueOf),
        SqlTimes.optional(row, "as_of"),
        constant(row.getString("facts"), json -> MAPPER.readValue(json, CertificateSummary.class)),
        constant(row.getString("name_match"), Comparison::valueOf),
        constant(row.getString("identity_match"), Comparison::valueOf));
  }

  private static RowFile readFile(ResultSet row) throws SQLException {
    return new RowFile(
        row.getString("file_name"),
        Digest.ofHex(row.getString("file_digest")),
        constant(row.getString("finding"), FileFinding::valueOf),
        Objects.requireNonNullElse(row.getString("detail"), ""));
  }

  private static <T> @Nullable T constant(@Nullable String text, Function<String, T> read) {
    return text == null ? null : read.apply(text);
  }
}
