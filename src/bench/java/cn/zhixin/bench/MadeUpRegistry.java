package cn.zhixin.bench;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a registry with the genuine certificates of another, each at a place drawn at random, and
 * with as many others of the same sizes as it is to have. The others have events, entries and
 * subjects that agree; only their signatures are another's. Triggers, keys and indexes are taken
 * away for the load; keys and indexes come back, checked, at its end.
 */
final class MadeUpRegistry {
  private static final long CHUNK = 100_000;
  private static final int WORKERS = 2;

  private static final List<String> TABLES =
      List.of("certificate_event", "ledger_entry", "certificate");

  /** Columns that differ from certificate to certificate, as a made-up one has them. */
  private static final List<String> OWN =
      List.of(
          "id|g",
          """
          code|substr(:letters, get_byte(h, 0) % 32 + 1, 1)
            || substr(:letters, get_byte(h, 1) % 32 + 1, 1)
            || substr(:letters, get_byte(h, 2) % 32 + 1, 1)
            || substr(:letters, get_byte(h, 3) % 32 + 1, 1)
            || substr(:letters, get_byte(h, 4) % 32 + 1, 1)
            || upper(substr(encode(h, 'hex'), 11, 11))""",
          "number|'9' || lpad(g::text, length(s.number) - 1, '0')",
          "document_number|substr(encode(h, 'hex'), 1, 18)",
          "ledger_salt|substr(h, 1, 16)",
          "event_document_digest|h");

  private static final String LETTERS = "'0123456789ABCDEFGHJKMNPQRSTVWXYZ'";

  private final DataSource database;
  private final JdbcClient jdbc;

  MadeUpRegistry(DataSource database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
  }

  void fill(DataSource genuine, int genuineCount, long rows, LongConsumer progress)
      throws Exception {
    copySample(genuine);
    drawPlaces(genuineCount, rows);
    KeysSetAside keys = KeysSetAside.of(TABLES, jdbc);
    for (String table : TABLES) {
      jdbc.sql("alter table " + table + " set unlogged").update();
    }
    load(genuineCount, rows, progress);
    // written anew, without a log of it (wal_level = minimal); what comes later is logged
    for (String table : TABLES) {
      jdbc.sql("alter table " + table + " set logged").update();
    }
    keys.putBack();
    countOn(genuine, rows);
    jdbc.sql("drop table sample").update();
    settle(database);
  }

  /**
   * What a registry is that is in use: its statistics known, its pages on disk, its indexes in
   * memory (as src/docs/deployment.md has it), its rows not.
   */
  static void settle(DataSource database) throws SQLException {
    execute(database, "vacuum (analyze) certificate, certificate_event, ledger_entry");
    execute(database, "checkpoint");
    execute(
        database,
        "create extension if not exists pg_prewarm",
        """
        select sum(pg_prewarm(indexrelid)) from pg_index
         where indrelid in ('certificate'::regclass, 'certificate_event'::regclass,
                            'ledger_entry'::regclass)
        """);
  }

  /** On disk, with all indexes. */
  long bytes() {
    return jdbc.sql("select pg_database_size(current_database())").query(Long.class).single();
  }

  private void copySample(DataSource genuine) throws Exception {
    String columns =
        "c.*, e.at as event_at, e.actor as event_actor, l.entered_at as entry_entered_at,"
            + " e.document_digest as event_document_digest, e.document_pack, e.document_position,"
            + " e.document_size";
    String joined =
        " from certificate c join certificate_event e on e.certificate = c.id and e.version = 1"
            + " join ledger_entry l on l.certificate = c.id and l.version = 1";
    // the same columns: the schema is the same
    jdbc.sql("create table sample as select " + columns + joined + " limit 0").update();
    try (Connection from = genuine.getConnection();
        Connection to = database.getConnection();
        PipedInputStream in = new PipedInputStream(1 << 16);
        PipedOutputStream out = new PipedOutputStream(in)) {
      ExecutorService reader = Executors.newSingleThreadExecutor();
      Future<Long> sent =
          reader.submit(
              () -> {
                try (out) {
                  return from.unwrap(PGConnection.class)
                      .getCopyAPI()
                      .copyOut(
                          "copy (select " + columns + joined + " order by c.id) to stdout", out);
                }
              });
      to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy sample from stdin", in);
      sent.get();
      reader.shutdown();
    }
  }

  /**
   * A genuine one at each of so many places of the large registry; {@code n} counts from 0. The
   * last is one of them: the feed of states begins behind it, and no made-up code can be read.
   */
  private void drawPlaces(int genuineCount, long rows) {
    Random random = new Random(20_261_125);
    Long[] places =
        LongStream.concat(
                LongStream.of(rows), random.longs(1, rows).distinct().limit(genuineCount - 1L))
            .boxed()
            .toArray(Long[]::new);
    jdbc.sql("alter table sample add n bigint, add place bigint").update();
    jdbc.sql(
            """
            update sample s set n = o.n - 1, place = (?::bigint[])[o.n]
              from (select id, row_number() over (order by id) as n from sample) o
             where o.id = s.id
            """)
        .param(places)
        .update();
    jdbc.sql("create unique index on sample (n)").update();
    jdbc.sql("create unique index on sample (place)").update();
    jdbc.sql("analyze sample").update();
  }

  private void load(int genuineCount, long rows, LongConsumer progress) throws Exception {
    String statement = statement(genuineCount);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<?>> chunks = new ArrayList<>();
      for (long from = 1; from <= rows; from += CHUNK) {
        long first = from;
        long last = Math.min(rows, from + CHUNK - 1);
        chunks.add(
            workers.submit(
                () -> {
                  execute(
                      database,
                      "set session_replication_role = replica",
                      statement
                          .replace(":first", Long.toString(first))
                          .replace(":last", Long.toString(last)),
                      "set session_replication_role = default");
                  return null;
                }));
      }
      long done = 0;
      for (Future<?> chunk : chunks) {
        chunk.get();
        done = Math.min(rows, done + CHUNK);
        progress.accept(done);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  /** What is issued next gets the numbers behind those that are there. */
  private void countOn(DataSource genuine, long rows) {
    jdbc.sql("update feed_position set last = ?").param(rows).update();
    for (String table : List.of("certificate", "ledger_entry")) {
      jdbc.sql("select setval(pg_get_serial_sequence(?, 'id'), ?)")
          .param(table)
          .param(rows)
          .query(Long.class)
          .single();
    }
    JdbcClient.create(genuine)
        .sql("select scope, last from number_serial")
        .query()
        .listOfRows()
        .forEach(
            serial ->
                jdbc.sql("insert into number_serial (scope, last) values (?, ?)")
                    .param(serial.get("scope"))
                    .param(serial.get("last"))
                    .update());
  }

  private String statement(int genuineCount) {
    List<String> columns =
        jdbc.sql(
                """
                select column_name from information_schema.columns
                 where table_name = 'certificate' and table_schema = 'public'
                 order by ordinal_position
                """)
            .query(String.class)
            .list();
    String values =
        columns.stream().map(MadeUpRegistry::value).collect(Collectors.joining(",\n         "));
    return """
        with made as (
          select %s,
                 g, s.event_at, s.event_actor, s.entry_entered_at, %s,
                 s.document_pack, s.document_position, s.document_size
            from generate_series(:first, :last) g
            cross join lateral (select sha256(g::text::bytea) as h) hashed
            left join sample t on t.place = g
            join sample s on s.n = coalesce(t.n, g %% %d)
           order by g),
        registered as (
          insert into certificate (%s) overriding system value select %s from made),
        entered as (
          insert into ledger_entry (id, certificate, version, kind, issuer, subject,
                                    leaf_index, entered_at)
            overriding system value
          select g, g, 1, 'ISSUED', issuer, ledger_subject(ledger_salt, credential),
                 g - 1, entry_entered_at from made)
        insert into certificate_event (certificate, version, position, kind, at, actor,
                                       document_digest, document_pack, document_position,
                                       document_size)
        select g, 1, g, 'ISSUED', event_at, event_actor, event_document_digest,
               document_pack, document_position, document_size from made
        """
        .formatted(
            values,
            value("event_document_digest"),
            genuineCount,
            String.join(", ", columns),
            String.join(", ", columns));
  }

  private static String value(String column) {
    for (String own : OWN) {
      String[] parts = own.split("\\|", 2);
      if (parts[0].equals("id") && column.equals("id")) {
        return "g as id";
      }
      if (parts[0].equals(column)) {
        return "case when t.n is not null then s."
            + column
            + " else "
            + parts[1].replace(":letters", LETTERS)
            + " end as "
            + column;
      }
    }
    return "s." + column;
  }

  private static void execute(DataSource database, String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
