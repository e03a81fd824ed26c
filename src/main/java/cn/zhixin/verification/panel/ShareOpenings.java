package cn.zhixin.verification.panel;

import cn.zhixin.verification.Verdict;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps who opened shares: written before anything is shown. Safe for all threads. */
public final class ShareOpenings {
  /** What of a share was opened. */
  public enum What {
    PAGE,
    FILE
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  ShareOpenings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param organisation whose member opened it, if the visitor is signed in
   * @param verdict what was answered
   */
  public void keep(Share share, What what, OptionalLong organisation, Verdict verdict) {
    jdbc.sql(
            """
            insert into share_opening (share, minute, what, organisation, verdict)
            values (:share, :minute, :what, :organisation, :verdict)
            on conflict (share, minute, what, organisation, verdict)
            do update set times = share_opening.times + 1
            """)
        .param("share", share.id())
        .param("minute", clock.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
        .param("what", what.name())
        .param(
            "organisation",
            organisation.isPresent() ? organisation.getAsLong() : null,
            java.sql.Types.BIGINT)
        .param("verdict", verdict.name())
        .update();
  }
}
