package cn.zhixin.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The pieces of {@code cn.zhixin.bench.pieces} under JMH, all of them once a round, each in a JVM
 * of its own: a noisy minute troubles all alike.
 */
final class PiecesBenchmark implements Benchmark {
  private static final String PACKAGE = "cn.zhixin.bench.pieces";
  private static final int ITERATIONS = 3;

  /** What one piece took in each round, in microseconds. */
  private record Costs(List<Double> wall, List<Double> cpu) {
    Costs() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(RunResult result) {
      wall.add(result.getPrimaryResult().getScore());
      cpu.add(
          Objects.requireNonNull(result.getSecondaryResults().get(CpuProfiler.RESULT)).getScore());
    }

    Spread wallMicros() {
      return Spread.of(wall.stream().mapToDouble(Double::doubleValue));
    }

    Spread cpuMicros() {
      return Spread.of(cpu.stream().mapToDouble(Double::doubleValue));
    }
  }

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    Map<String, Costs> costs = new TreeMap<>();
    for (int round = 0; round < settings.rounds(); round++) {
      for (RunResult result : new Runner(options(settings)).run()) {
        String name = result.getParams().getBenchmark();
        costs
            .computeIfAbsent(name.substring(PACKAGE.length() + 1), piece -> new Costs())
            .add(result);
      }
      System.out.printf("round %d of %d%n", round + 1, settings.rounds());
    }
    return report(costs);
  }

  @Override
  public Optional<Chart> chart(Map<String, Object> report, String machine) {
    return Optional.of(
        new BarChart(
            "Pieces of issuing and verifying",
            "Microseconds of CPU time each: less is better. Each grid line is ten times the one before.",
            "",
            true,
            new ReportBars(report, "cpu_micros", "").sorted(name -> ""),
            machine));
  }

  private static Options options(Settings settings) {
    double slice = settings.sliceSeconds() / ITERATIONS;
    return new OptionsBuilder()
        .include("^" + PACKAGE.replace(".", "\\.") + "\\.")
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .forks(1)
        .warmupIterations(ITERATIONS)
        .warmupTime(millis(settings.warmUpSeconds() / 2 / ITERATIONS))
        .measurementIterations(ITERATIONS)
        .measurementTime(millis(slice))
        .addProfiler(CpuProfiler.class)
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true)
        .build();
  }

  private static TimeValue millis(double seconds) {
    return TimeValue.milliseconds(Math.max(1, Math.round(1e3 * seconds)));
  }

  private static Map<String, Object> report(Map<String, Costs> costs) {
    System.out.printf("%n%-44s %24s %34s%n", "", "CPU, µs each", "by the clock, µs each");
    Map<String, Object> report = new LinkedHashMap<>();
    costs.forEach(
        (name, cost) -> {
          Spread cpu = cost.cpuMicros();
          Spread wall = cost.wallMicros();
          System.out.printf(
              Locale.ROOT,
              "%-44s %,10.2f [%,9.2f –%,10.2f] %,10.2f [%,9.2f –%,10.2f]%n",
              name,
              cpu.median(),
              cpu.minimum(),
              cpu.maximum(),
              wall.median(),
              wall.minimum(),
              wall.maximum());
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("cpu_micros", cpu.toJson());
          json.put("micros", wall.toJson());
          report.put(name, json);
        });
    return report;
  }
}
