package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.embedded.EmbeddedServers;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.TimeStampCost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A batch from its order to its released files (registry, public ledger, documents on disk, all
 * durable) against as many documents made in memory, in turn, both on all cores. Of {@code
 * bench.batch} rows, in chunks of {@code bench.chunk}.
 *
 * <p>With {@code bench.time-stamp=embedded}, or an authority's address, signatures are of level B-T
 * and the stamps' cost is told apart; the embedded one runs in the same process.
 *
 * <p>The CPU time of a batch is that of the service and of its database together.
 */
final class PipelineBenchmark implements Benchmark {
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();
  private static final int WARM_UP = 12;
  private static final int ROWS = Integer.getInteger("bench.batch", 8000);

  /** What one round of one contestant took. */
  record Round(int count, double wallSeconds, CpuTimes cpu) {
    double perSecond() {
      return count / wallSeconds;
    }

    double perCpuSecond() {
      return count / cpu.total();
    }

    double ownMicros() {
      return 1e6 * cpu.ownSeconds() / count;
    }

    double serverMicros() {
      return 1e6 * cpu.serverSeconds() / count;
    }
  }

  private final List<Entry> entries = CertificateSets.some(Kind.ORDINARY);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          WORKERS,
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    try (LedgerFolder folder = LedgerFolder.create();
        EmbeddedServers database = EmbeddedServers.open(servers(folder), false);
        RegistryNode office = IssuedBatch.office(folder, database)) {
      ProcessHandle postmaster = CpuTimes.postmaster(servers(folder));
      List<CertificateIssuing> issuing = issuing();
      IssuedBatch batch = new IssuedBatch(office, folder.path().resolve("roster.csv"));
      List<Round> documents = new ArrayList<>();
      List<Round> checks = new ArrayList<>();
      List<Round> batches = new ArrayList<>();
      // the compilers are not done with what happens once a chunk before
      for (int round = -WARM_UP; round < settings.rounds(); round++) {
        Round document = measured(postmaster, () -> documents(issuing));
        Round check = measured(postmaster, () -> batch.check(ROWS));
        Round whole = measured(postmaster, () -> batch.issue());
        print(document, whole);
        if (round >= 0) {
          documents.add(document);
          checks.add(check);
          batches.add(whole);
        }
      }
      Map<String, Object> report = report(documents, batches);
      Spread checked = of(checks, Round::perSecond);
      Table.ratio("roster rows read and drawn once, a second", checked);
      report.put("rows_checked_per_second", checked.toJson());
      report.put("time_stamps", stamps(office.get(DocumentSigning.class).timeStampCost()));
      return report;
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static Round measured(ProcessHandle postmaster, Work work) throws Exception {
    CpuTimes before = CpuTimes.now(postmaster);
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Round(ROWS, seconds, CpuTimes.now(postmaster).since(before));
  }

  private static Path servers(LedgerFolder folder) {
    return folder.path().resolve("servers");
  }

  /** One for each worker. */
  private static List<CertificateIssuing> issuing() throws Exception {
    List<CertificateIssuing> issuing = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      issuing.add(
          new CertificateIssuing(
              DocumentTemplates.bundled()
                  .load(IssuedBatch.TEMPLATE)
                  .compile("威海市人力资源和社会保障局", Map.of("address", "zc.weihai.example")),
              IssuedBatch.PROVIDER));
    }
    return issuing;
  }

  private void documents(List<CertificateIssuing> issuing) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (CertificateIssuing each : issuing) {
      running.add(
          workers.submit(
              () -> {
                for (int i = 0; i < ROWS / WORKERS; i++) {
                  each.issue(entries.get(i % entries.size()));
                }
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }

  private static void print(Round documents, Round batch) {
    System.out.printf(
        Locale.ROOT,
        "documents %,.0f/s, %,.0f per CPU-second; batch %,.0f/s, %,.0f per CPU-second"
            + " (service %,.0f µs, database %,.0f µs each)%n",
        documents.perSecond(),
        documents.perCpuSecond(),
        batch.perSecond(),
        batch.perCpuSecond(),
        batch.ownMicros(),
        batch.serverMicros());
  }

  private static Map<String, Object> report(List<Round> documents, List<Round> batches) {
    Spread cpu = ratio(batches, documents, Round::perCpuSecond);
    Spread wall = ratio(batches, documents, Round::perSecond);
    Table.ratio("batch ÷ documents, by CPU time", cpu);
    Table.ratio("batch ÷ documents, by the clock", wall);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("rows", ROWS);
    report.put("chunk", IssuedBatch.CHUNK);
    report.put("provider", IssuedBatch.PROVIDER);
    report.put("end_to_end_vs_document", Spread.rounded(cpu.median()));
    report.put("end_to_end_vs_document_spread", cpu.toJson());
    report.put("end_to_end_vs_document_by_clock", wall.toJson());
    report.put("documents_per_second", of(documents, Round::perSecond).toJson());
    report.put("documents_per_cpu_second", of(documents, Round::perCpuSecond).toJson());
    report.put("issued_per_second", of(batches, Round::perSecond).toJson());
    report.put("issued_per_cpu_second", of(batches, Round::perCpuSecond).toJson());
    report.put("service_micros", of(batches, Round::ownMicros).toJson());
    report.put("database_micros", of(batches, Round::serverMicros).toJson());
    return report;
  }

  /** Of all rounds, those that warm up among them. */
  private static Map<String, Object> stamps(TimeStampCost cost) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("authority", IssuedBatch.TIME_STAMP);
    told.put("count", cost.stamps());
    told.put("mean_millis", Spread.rounded(cost.meanMillis()));
    told.put(
        "waiting_micros_each",
        Spread.rounded(cost.waiting().toNanos() / 1e3 / Math.max(1, cost.stamps())));
    System.out.println("time stamps: " + told);
    return told;
  }

  private static Spread of(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().mapToDouble(figure));
  }

  private static Spread ratio(
      List<Round> rounds, List<Round> others, ToDoubleFunction<Round> figure) {
    return Spread.of(
        IntStream.range(0, rounds.size())
            .mapToDouble(
                i -> figure.applyAsDouble(rounds.get(i)) / figure.applyAsDouble(others.get(i))));
  }
}
