package cn.zhixin.ledger.sequencing;

import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.ledger.PublishedLedger.DaySize;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignedNote;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published checkpoints in PostgreSQL; the largest is the present one. */
final class JdbcCheckpoints {
  private final JdbcClient jdbc;

  JdbcCheckpoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PublishedCheckpoint> latest() {
    return jdbc.sql("select note, published_at from ledger_checkpoint order by size desc limit 1")
        .query(
            (row, number) ->
                published(
                    row.getString("note"), row.getObject("published_at", OffsetDateTime.class)))
        .optional();
  }

  /**
   * Makes it the present one; it is durable when this returns. The database refuses it unless it is
   * larger than all before it.
   */
  void publish(PublishedCheckpoint next) {
    jdbc.sql("insert into ledger_checkpoint (size, note, published_at) values (?, ?, ?)")
        .param(next.head().size())
        .param(next.note().encoded())
        .param(next.publishedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<DaySize> growth(ZoneId zone) {
    return jdbc.sql(
            """
            select (published_at at time zone ?)::date as day, max(size) as size
              from ledger_checkpoint group by day order by day
            """)
        .param(zone.getId())
        .query(
            (row, number) ->
                new DaySize(row.getObject("day", LocalDate.class), row.getLong("size")))
        .list();
  }

  private static PublishedCheckpoint published(String encoded, OffsetDateTime at) {
    try {
      SignedNote note = SignedNote.parse(encoded);
      return new PublishedCheckpoint(Checkpoint.parse(note.text()), note, at.toInstant());
    } catch (MalformedNote e) {
      throw new IllegalStateException("the ledger published a checkpoint that cannot be read", e);
    }
  }
}
