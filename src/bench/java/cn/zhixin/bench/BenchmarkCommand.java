package cn.zhixin.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs the benchmark named on the command line. */
public final class BenchmarkCommand {
  private static final Map<String, Benchmark> BENCHMARKS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("answers", new AnswersBenchmark()),
              Map.entry("archive", new ArchiveBenchmark()),
              Map.entry("cold", new ColdBenchmark()),
              Map.entry("heap", new HeapBenchmark()),
              Map.entry("issue-start", new IssueStartBenchmark()),
              Map.entry("issuing", new IssuingBenchmark()),
              Map.entry("ledger", new LedgerBenchmark()),
              Map.entry("peers", new PeersBenchmark()),
              Map.entry("pieces", new PiecesBenchmark()),
              Map.entry("pipeline", new PipelineBenchmark()),
              Map.entry("registry", new RegistryBenchmark()),
              Map.entry("stages", new StagesBenchmark()),
              Map.entry("start", new StartBenchmark()),
              Map.entry("verifying", new VerifyingBenchmark())));

  private BenchmarkCommand() {}

  public static void main(String[] arguments) throws Exception {
    Benchmark benchmark = arguments.length == 1 ? BENCHMARKS.get(arguments[0]) : null;
    if (benchmark == null) {
      System.err.println("Choose a benchmark with -Dbench=NAME, one of " + BENCHMARKS.keySet());
      System.exit(2);
      return;
    }
    Settings settings = Settings.fromSystemProperties();
    Map<String, Object> report = new LinkedHashMap<>(benchmark.run(settings));
    Map<String, Object> machine = machine(settings);
    report.put("machine", machine);
    Path file = Path.of("target", "bench", arguments[0] + ".json");
    Files.createDirectories(file.getParent());
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(file, json.writeValueAsString(report) + "\n");
    System.out.println("Written to " + file);
    Optional<Chart> chart = benchmark.chart(report, inWords(machine));
    if (chart.isPresent()) {
      Path drawing = Path.of("target", "bench", arguments[0] + ".svg");
      Files.writeString(drawing, chart.get().svg());
      System.out.println("Drawn in " + drawing);
    }
    // font and database threads of the peers may live on
    System.exit(0);
  }

  private static String inWords(Map<String, Object> machine) {
    return String.format(
        Locale.ROOT,
        "Measured %.10s on JDK %s, %s, %s processors.",
        machine.get("at"),
        Runtime.version().feature(),
        machine.get("os"),
        machine.get("processors"));
  }

  private static Map<String, Object> machine(Settings settings) {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    machine.put("jdk", Runtime.version().toString());
    machine.put("vm", System.getProperty("java.vm.name"));
    machine.put("flags", ManagementFactory.getRuntimeMXBean().getInputArguments());
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    machine.put("maximum_heap_bytes", Runtime.getRuntime().maxMemory());
    machine.put("rounds", settings.rounds());
    machine.put("slice_seconds", settings.sliceSeconds());
    machine.put("warm_up_seconds", settings.warmUpSeconds());
    return machine;
  }
}
