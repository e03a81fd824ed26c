package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.SqlTimes;
import cn.zhixin.verification.Verdict;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asked about a certificate, as far as it is recorded. Safe for all threads. */
public final class Questions {
  public static final int PAGE_SIZE = 20;

  private static final String SELECT =
      """
      select q.at, q.kind, q.organisation, q.purpose, q.verdict, q.times
        from (select i.asked_at as at, 'BULK' as kind, o.name as organisation, i.purpose, i.verdict,
                     1 as times, i.id as id
                from inquiry i join organisation o on o.id = i.organisation
               where i.code = :code
              union all
              select s.minute, case s.what when 'PAGE' then 'SHARE' else 'SHARE_FILE' end, o.name,
                     h.purpose, s.verdict, s.times, h.id
                from share h join share_opening s on s.share = h.id
                     left join organisation o on o.id = s.organisation
               where h.code = :code) q
       order by q.at desc, q.kind, q.id desc, q.organisation nulls last, q.verdict
       limit :limit offset :offset
      """;

  private final JdbcClient jdbc;

  Questions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Newest first.
   *
   * @param page from 0
   */
  public Page of(VerificationCode code, int page) {
    List<Question> found =
        jdbc.sql(SELECT)
            .param("code", code.value())
            .param("limit", PAGE_SIZE + 1)
            .param("offset", (long) page * PAGE_SIZE)
            .query(
                (row, at) ->
                    new Question(
                        SqlTimes.instant(row, "at"),
                        Question.Kind.valueOf(row.getString("kind")),
                        row.getString("organisation"),
                        row.getString("purpose"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getLong("times")))
            .list();
    boolean more = found.size() > PAGE_SIZE;
    return new Page(found.subList(0, Math.min(PAGE_SIZE, found.size())), page, more);
  }

  /**
   * Some of them.
   *
   * @param number from 0
   * @param more whether there are older ones
   */
  public record Page(List<Question> questions, int number, boolean more) {
    public Page {
      questions = List.copyOf(questions);
    }
  }
}
