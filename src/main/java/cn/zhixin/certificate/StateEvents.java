package cn.zhixin.certificate;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes events into the feed, and what the public ledger must know of them into its queue.
 *
 * <p>From the first position given until the end of the transaction no other transaction gives one:
 * what is appended here becomes visible in the order of positions. Hence the last thing that a
 * transaction does.
 */
final class StateEvents {
  private static final String TAKE = "update feed_position set last = last + ? returning last";
  private static final String COLUMNS =
      """
      certificate, version, position, kind, at, actor, reason, ground,
      document_digest, document_pack, document_position, document_size\
      """;

  private final JdbcOperations jdbc;
  private final LedgerQueue ledger;

  StateEvents(JdbcOperations jdbc, LedgerQueue ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  void append(List<NewEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    ledger.addChanges(events);
    Long last = jdbc.queryForObject(TAKE, Long.class, events.size());
    if (last == null) {
      throw new IllegalStateException("the feed has no position");
    }
    long position = last - events.size();
    CopyRows rows = new CopyRows("certificate_event", COLUMNS);
    for (NewEvent event : events) {
      position++;
      add(rows, event, position);
    }
    rows.write(jdbc);
  }

  private static void add(CopyRows rows, NewEvent event, long position) {
    ReleasedDocument document = event.document();
    rows.add(event.id())
        .add(event.version())
        .add(position)
        .add(event.kind().name())
        .add(event.at())
        .add(event.actor())
        .add(event.reason())
        .add(event.ground())
        .add(document == null ? null : document.digest().value())
        .add(document == null ? null : document.place().pack())
        .add(document == null ? null : document.place().position())
        .add(document == null ? null : document.place().size())
        .endRow();
  }
}
