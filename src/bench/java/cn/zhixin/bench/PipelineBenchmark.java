package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.embedded.EmbeddedServers;
import cn.zhixin.issuance.Batch;
import cn.zhixin.issuance.BatchOutcome;
import cn.zhixin.issuance.RosterIssuing;
import cn.zhixin.issuance.roster.Roster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A batch from its order to its released files (registry, public ledger, documents on disk, all
 * durable) against the same number of documents made in memory, in turn, both on all cores.
 */
final class PipelineBenchmark implements Benchmark {
  private static final String TEMPLATE = "official-landscape";
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();

  private record Measured(long count, double wall, CpuTimes cpu) {
    double perSecond() {
      return count / wall;
    }

    double perCpuSecond() {
      return count / cpu.total();
    }
  }

  private final MadeUpRoster people = new MadeUpRoster();
  private final List<Entry> entries =
      IntStream.range(0, 256).mapToObj(i -> CertificateSets.entry(Kind.ORDINARY, i)).toList();
  private final List<CertificateIssuing> issuing = new ArrayList<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    int rows = Integer.getInteger("bench.batch", 4000);
    for (int worker = 0; worker < WORKERS; worker++) {
      issuing.add(
          new CertificateIssuing(
              DocumentTemplates.bundled()
                  .load(TEMPLATE)
                  .compile("威海市人力资源和社会保障局", Map.of("address", "zc.weihai.example")),
              System.getProperty("bench.provider", "BC")));
    }
    try (LedgerFolder folder = LedgerFolder.create()) {
      Path servers = folder.path().resolve("servers");
      // HACK
      try (EmbeddedServers first = EmbeddedServers.open(servers, false);
          java.sql.Connection c =
              java.sql.DriverManager.getConnection(
                  first.jdbcUrl(), first.user(), first.password());
          java.sql.Statement st = c.createStatement()) {
        st.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
        st.execute("alter system set pg_stat_statements.track = 'all'");
        st.execute("create extension pg_stat_statements");
      }
      try (EmbeddedServers database = EmbeddedServers.open(servers, false);
          RegistryNode office =
              RegistryNode.on(
                  List.of(
                      "--zhixin.database.url=" + database.jdbcUrl(),
                      "--zhixin.database.user=" + database.user(),
                      "--zhixin.database.password=" + database.password(),
                      "--zhixin.signing.time-stamp=none"),
                  "office",
                  folder.path().resolve("home"))) {
        Map<String, Object> r = rounds(settings, rows, folder.path(), office, postmaster(servers));
        try (java.sql.Connection c =
                java.sql.DriverManager.getConnection(
                    database.jdbcUrl(), database.user(), database.password());
            java.sql.Statement st = c.createStatement();
            java.sql.ResultSet q =
                st.executeQuery(
                    "select calls, rows, total_exec_time, toplevel, wal_bytes, regexp_replace(left(query, 150), '\\s+', ' ', 'g') from pg_stat_statements order by total_exec_time desc limit 40")) {
          while (q.next())
            System.out.printf(
                "%,9d calls %,9d rows %,10.1f ms top=%s wal=%s %s%n",
                q.getLong(1),
                q.getLong(2),
                q.getDouble(3),
                q.getString(4),
                q.getString(5),
                q.getString(6));
        }
        return r;
      }
    }
  }

  private static ProcessHandle postmaster(Path servers) throws Exception {
    String pid = Files.readAllLines(servers.resolve("postgres/postmaster.pid")).get(0).trim();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private Map<String, Object> rounds(
      Settings settings, int rows, Path folder, RegistryNode office, ProcessHandle postmaster)
      throws Exception {
    RosterIssuing batches = office.get(RosterIssuing.class);
    documents(rows, postmaster);
    batch(batches, folder, rows, postmaster);
    List<Measured> documents = new ArrayList<>();
    List<Measured> whole = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
      documents.add(documents(rows, postmaster));
      whole.add(batch(batches, folder, rows, postmaster));
      Measured d = documents.get(round);
      Measured b = whole.get(round);
      System.out.printf(
          Locale.ROOT,
          "documents %,.0f/s %,.0f per CPU-second; batch %,.0f/s %,.0f per CPU-second"
              + " (own %,.0f µs, server %,.0f µs each)%n",
          d.perSecond(),
          d.perCpuSecond(),
          b.perSecond(),
          b.perCpuSecond(),
          1e6 * b.cpu().ownSeconds() / rows,
          1e6 * b.cpu().serverSeconds() / rows);
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("rows", rows);
    Spread wall =
        Spread.of(
            IntStream.range(0, whole.size())
                .mapToDouble(i -> whole.get(i).perSecond() / documents.get(i).perSecond()));
    Spread cpu =
        Spread.of(
            IntStream.range(0, whole.size())
                .mapToDouble(i -> whole.get(i).perCpuSecond() / documents.get(i).perCpuSecond()));
    report.put("end_to_end_vs_document", wall.toJson());
    report.put("end_to_end_vs_document_cpu", cpu.toJson());
    return report;
  }

  private Measured documents(int count, ProcessHandle postmaster) throws Exception {
    CpuTimes before = CpuTimes.now(postmaster);
    long start = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (CertificateIssuing each : issuing) {
      running.add(
          workers.submit(
              () -> {
                for (int i = 0; i < count / WORKERS; i++) {
                  each.issue(entries.get(i % entries.size()));
                }
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    return new Measured(
        count, (System.nanoTime() - start) / 1e9, CpuTimes.now(postmaster).since(before));
  }

  private Measured batch(RosterIssuing batches, Path folder, int rows, ProcessHandle postmaster)
      throws Exception {
    Path file = people.write(folder.resolve("roster.csv"), rows);
    long check = System.nanoTime();
    Roster roster = batches.check(file, null, TEMPLATE);
    System.out.printf(Locale.ROOT, "checked in %.2f s, ", (System.nanoTime() - check) / 1e9);
    if (roster.accepted().size() != rows) {
      throw new IllegalStateException("a made-up row was refused: " + roster.rejected().get(0));
    }
    CpuTimes before = CpuTimes.now(postmaster);
    long start = System.nanoTime();
    Batch batch = batches.order(roster, TEMPLATE, "bench");
    System.out.printf(Locale.ROOT, "ordered in %.2f s%n", (System.nanoTime() - start) / 1e9);
    BatchOutcome outcome = batches.issue(batch, (done, outcomes) -> {});
    if (outcome.rows().size() != rows || !outcome.failures().isEmpty()) {
      throw new IllegalStateException("not all rows were issued");
    }
    return new Measured(
        rows, (System.nanoTime() - start) / 1e9, CpuTimes.now(postmaster).since(before));
  }
}
