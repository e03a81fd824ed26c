package cn.zhixin.bench;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.ledger.LedgerProperties;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers without a cache from a large registry against those from one of ten thousand, in turn:
 * the same genuine certificates stand in both. Then batches are issued in both in turn. The large
 * one is of {@code bench.rows}, a million unless told otherwise; ten million need some 25 GB of
 * disk below {@code target/bench}.
 */
final class RegistryBenchmark implements Benchmark {
  private static final int SMALL = 10_000;

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    long rows = Long.getLong("bench.rows", 1_000_000);
    try (LedgerFolder folder = LedgerFolder.create();
        RegistryDatabases databases = RegistryDatabases.in(folder.path().resolve("servers"))) {
      Path home = folder.path().resolve("home");
      Path largeHome = folder.path().resolve("home-large");
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("rows_small", SMALL);
      report.put("rows_large", rows);
      report.putAll(databases.memory());
      List<VerificationCode> codes = fill(databases, rows, home, largeHome, report);
      try (RegistryNode small = RegistryNode.on(databases.properties("small"), "public", home);
          RegistryNode large = RegistryNode.on(databases.properties("large"), "public", home)) {
        report.putAll(new RegistryContest(small, large, codes).measure(settings));
        for (String size : List.of("small", "large")) {
          try (HikariDataSource pool = databases.pool(size)) {
            report.put("plan_" + size, RegistryPlan.of(pool, codes).toJson());
          }
        }
      }
      try (RegistryNode small = IssuedBatch.office(databases.properties("small"), home);
          RegistryNode large = IssuedBatch.office(databases.properties("large"), largeHome)) {
        report.putAll(
            new RegistryIssuing(
                    new IssuedBatch(small, folder.path().resolve("small.csv")),
                    new IssuedBatch(large, folder.path().resolve("large.csv")),
                    databases.postmaster())
                .measure(settings));
      }
      return report;
    }
  }

  private static List<VerificationCode> fill(
      RegistryDatabases databases, long rows, Path home, Path largeHome, Map<String, Object> report)
      throws Exception {
    long start = System.nanoTime();
    databases.create("small");
    databases.create("large");
    List<VerificationCode> codes;
    String origin;
    try (RegistryNode office =
        RegistryNode.on(databases.properties("small"), "office,public", home)) {
      codes = new GenuineCertificates(office).issue(SMALL);
      origin = office.get(LedgerProperties.class).name();
    }
    try (HikariDataSource small = databases.pool("small");
        HikariDataSource large = databases.pool("large")) {
      MadeUpRegistry.settle(small);
      new MadeUpRegistry(large)
          .fill(small, SMALL, rows, done -> System.out.printf(Locale.ROOT, "%,d rows%n", done));
      new MadeUpLedger(large, largeHome.resolve("ledger")).publish(origin);
      report.put("bytes_large", new MadeUpRegistry(large).bytes());
    }
    report.put("fill_seconds", Spread.rounded((System.nanoTime() - start) / 1e9));
    return codes;
  }
}
