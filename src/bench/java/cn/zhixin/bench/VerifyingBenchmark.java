package cn.zhixin.bench;

import cn.zhixin.embedded.EmbeddedServers;
import cn.zhixin.ledger.PublishedLedger;
import cn.zhixin.verification.offline.VerifyCommand;
import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The command {@code verify} over a folder of {@code bench.files} certificates, read from disk,
 * judged and reported, against the raw verifications of their two signatures ({@link
 * RawVerifications}) on as many threads, in turn. Of certificates that the office issued by its
 * usual door; the ordinary ones' figures stand at the top of the report, those of the ones with
 * rare characters below {@code hard_set}.
 */
final class VerifyingBenchmark implements Benchmark {
  private static final int FILES = Integer.getInteger("bench.files", 2000);
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final String ROOT = "keys-sample/root.cer.pem";
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** What one round took. */
  private record Round(double wallSeconds, double cpuSeconds) {
    double perSecond() {
      return FILES / wallSeconds;
    }

    double perCpuSecond() {
      return FILES / cpuSeconds;
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    try (LedgerFolder folder = LedgerFolder.create()) {
      String ledger;
      Path ordinary = folder.path().resolve("ordinary");
      Path hard = folder.path().resolve("hard");
      try (EmbeddedServers database =
              EmbeddedServers.open(folder.path().resolve("servers"), false);
          RegistryNode office = IssuedBatch.office(folder, database)) {
        issue(office, folder, MadeUpRoster.ordinary(), ordinary);
        issue(office, folder, MadeUpRoster.hard(), hard);
        ledger = office.get(PublishedLedger.class).keys().get(0).vkey();
      }
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("files", FILES);
      report.put("threads", THREADS);
      report.putAll(measure("ordinary set", ordinary, ledger, settings));
      report.put("hard_set", measure("hard set", hard, ledger, settings));
      return report;
    }
  }

  private static void issue(
      RegistryNode office, LedgerFolder folder, MadeUpRoster people, Path into) throws Exception {
    IssuedBatch batch = new IssuedBatch(office, folder.path().resolve("roster.csv"), people);
    batch.check(FILES);
    batch.issueInto(into);
  }

  private static Map<String, Object> measure(
      String set, Path folder, String ledger, Settings settings) throws Exception {
    RawVerifications raw = new RawVerifications(files(folder));
    List<Round> verified = new ArrayList<>();
    List<Round> bare = new ArrayList<>();
    long warm = System.nanoTime() + (long) (2 * settings.warmUpSeconds() * 1e9);
    do {
      verify(folder, ledger);
      raw.run(FILES, THREADS);
    } while (System.nanoTime() < warm);
    for (int round = 0; round < settings.rounds(); round++) {
      Round first = measured(() -> verify(folder, ledger));
      Round second = measured(() -> raw.run(FILES, THREADS));
      System.out.printf(
          Locale.ROOT,
          "%s: verify %,.0f/s, %,.0f per CPU-second; raw %,.0f/s, %,.0f per CPU-second%n",
          set,
          first.perSecond(),
          first.perCpuSecond(),
          second.perSecond(),
          second.perCpuSecond());
      verified.add(first);
      bare.add(second);
    }
    return report(set, verified, bare);
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** As on the command line, all output made and none printed. */
  private static void verify(Path folder, String ledger) {
    CommandLine command = new CommandLine(new VerifyCommand());
    command.setOut(new PrintWriter(Writer.nullWriter()));
    command.setErr(new PrintWriter(Writer.nullWriter()));
    int exit = command.execute(folder.toString(), "--trust", ROOT, "--ledger", ledger);
    if (exit != 0) {
      throw new IllegalStateException("not all certificates are genuine");
    }
  }

  private static Round measured(Work work) throws Exception {
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    double wall = (System.nanoTime() - start) / 1e9;
    return new Round(wall, (PROCESS.getProcessCpuTime() - cpu) / 1e9);
  }

  private static Map<String, Object> report(String set, List<Round> verified, List<Round> raw) {
    Spread cpu = ratio(verified, raw, Round::perCpuSecond);
    Spread wall = ratio(verified, raw, Round::perSecond);
    Table.ratio(set + ": verify ÷ raw, by CPU", cpu);
    Table.ratio(set + ": verify ÷ raw, by clock", wall);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verify_vs_raw", Spread.rounded(cpu.median()));
    json.put("verify_vs_raw_spread", cpu.toJson());
    json.put("verify_vs_raw_by_clock", wall.toJson());
    json.put("verified_per_second", of(verified, Round::perSecond).toJson());
    json.put("verified_per_cpu_second", of(verified, Round::perCpuSecond).toJson());
    json.put("raw_per_second", of(raw, Round::perSecond).toJson());
    json.put("raw_per_cpu_second", of(raw, Round::perCpuSecond).toJson());
    return json;
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
