package cn.zhixin.bench;

import cn.zhixin.embedded.EmbeddedServers;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Live heap, after a collection, over one batch of {@code bench.batch} rows: what stays the same
 * however long the batch is, and what grows with it. The roster itself is held all the time.
 */
final class HeapBenchmark implements Benchmark {
  private static final int ROWS = Integer.getInteger("bench.batch", 100_000);
  private static final int WARM_UP = 2_000;
  private static final int POINTS = 20;
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  /** Of one moment of the batch. */
  record Point(int issued, double liveMegabytes, double seconds) {
    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("issued", issued);
      json.put("live_heap_mb", Spread.rounded(liveMegabytes));
      json.put("seconds", Spread.rounded(seconds));
      return json;
    }
  }

  private final List<Point> points = new ArrayList<>();
  private int issued;
  private long start;

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    try (LedgerFolder folder = LedgerFolder.create();
        EmbeddedServers database = EmbeddedServers.open(folder.path().resolve("servers"), false);
        RegistryNode office = IssuedBatch.office(folder, database)) {
      IssuedBatch batch = new IssuedBatch(office, folder.path().resolve("roster.csv"));
      batch.check(WARM_UP);
      batch.issue((done, rows) -> {});
      batch.check(ROWS);
      start = System.nanoTime();
      batch.issue((done, rows) -> issued(rows.size()));
      return report();
    }
  }

  /** Measured between two chunks of one worker, while the other goes on. */
  private synchronized void issued(int rows) {
    int before = issued;
    issued += rows;
    if (issued * (long) POINTS / ROWS > before * (long) POINTS / ROWS) {
      double seconds = (System.nanoTime() - start) / 1e9;
      System.gc();
      Point point = new Point(issued, MEMORY.getHeapMemoryUsage().getUsed() / 1e6, seconds);
      points.add(point);
      System.out.printf(
          Locale.ROOT,
          "%,d issued, %.1f MB live, %.1f s%n",
          point.issued(),
          point.liveMegabytes(),
          point.seconds());
    }
  }

  private Map<String, Object> report() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("rows", ROWS);
    double first = mean(points.subList(0, POINTS / 4));
    double last = mean(points.subList(points.size() - POINTS / 4, points.size()));
    Table.ratio("live heap, last quarter ÷ first", Spread.of(DoubleStream.of(last / first)));
    report.put("last_vs_first_quarter", Spread.rounded(last / first));
    report.put("points", points.stream().map(Point::toJson).toList());
    return report;
  }

  @Override
  public Optional<Chart> chart(Map<String, Object> report, String machine) {
    return Optional.of(
        new LineChart(
            String.format(Locale.ROOT, "Live heap over one batch of %,d certificates", ROWS),
            "Megabytes after a collection, the roster among them; flat is good",
            "certificates issued",
            points.stream()
                .map(point -> new LineChart.Point(point.issued(), point.liveMegabytes()))
                .toList(),
            machine));
  }

  private static double mean(List<Point> of) {
    return of.stream().mapToDouble(Point::liveMegabytes).average().orElseThrow();
  }
}
