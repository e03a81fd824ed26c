package cn.zhixin.certificate;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Writes events into the feed, and what the public ledger must know of them into its queue.
 *
 * <p>From the first position given until the end of the transaction no other transaction gives one:
 * what is appended here becomes visible in the order of positions. Hence the last thing that a
 * transaction does.
 */
final class StateEvents {
  private static final String TAKE = "update feed_position set last = last + :count returning last";
  private static final String INSERT =
      """
      insert into certificate_event
        (certificate, version, position, kind, at, actor, reason, ground)
      select id, :version, :position, :kind, :at, :actor, :reason, :ground
        from certificate where code = :code
      """;

  private final NamedParameterJdbcOperations jdbc;
  private final LedgerQueue ledger;

  StateEvents(NamedParameterJdbcOperations jdbc, LedgerQueue ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  void append(List<NewEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    ledger.addChanges(events);
    Long last =
        jdbc.queryForObject(TAKE, new MapSqlParameterSource("count", events.size()), Long.class);
    if (last == null) {
      throw new IllegalStateException("the feed has no position");
    }
    long position = last - events.size();
    List<SqlParameterSource> rows = new ArrayList<>();
    for (NewEvent event : events) {
      position++;
      rows.add(parameters(event, position));
    }
    for (int written : jdbc.batchUpdate(INSERT, rows.toArray(SqlParameterSource[]::new))) {
      if (written != 1) {
        throw new IllegalStateException("an event for a certificate that is not there");
      }
    }
  }

  private static SqlParameterSource parameters(NewEvent event, long position) {
    return new MapSqlParameterSource()
        .addValue("code", event.certificate().code().value())
        .addValue("version", event.version())
        .addValue("position", position)
        .addValue("kind", event.kind().name())
        .addValue("at", event.at().atOffset(ZoneOffset.UTC))
        .addValue("actor", event.actor())
        .addValue("reason", event.reason())
        .addValue("ground", event.ground());
  }
}
