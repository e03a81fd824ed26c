package cn.zhixin.bench;

import cn.zhixin.embedded.EmbeddedServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long {@code issue} takes for a roster of one, from the command to the prompt, with the demo's
 * settings and a data folder that is kept. Its PostgreSQL runs already, as it does beside a
 * service; with "alone", it is started and stopped each time. The JVM that this runs in, JDK 25,
 * JDK 25 with the commands' AOT cache, and that without the second compiler ("one", for few
 * certificates) take turns, and with them an empty JVM.
 */
final class IssueStartBenchmark implements Benchmark {
  private static final String PLAIN = Integer.toString(Runtime.version().feature());
  private static final String CACHED = "25_aot";
  private static final String ONE = "25_aot_one";
  private static final String EMPTY = "25_empty";
  private static final String ALONE = "25_aot_one_alone";

  private final MadeUpRoster people = MadeUpRoster.ordinary();

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    Path jdk25 = Jdk25.home();
    String java25 = jdk25.resolve("bin/java").toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = AotCache.jar();
    try (LedgerFolder folder = LedgerFolder.create()) {
      Path scratch = folder.path().toAbsolutePath();
      Path unpacked = scratch.resolve("unpacked");
      AotCache.ofCommands(jdk25, unpacked, people.write(scratch.resolve("training.csv"), 1));
      Map<String, List<String>> commands = new LinkedHashMap<>();
      commands.put(PLAIN, List.of(java));
      commands.put("25", List.of(java25));
      List<String> cached = List.of(java25, "@commands.options", "-XX:AOTCache=commands.aot");
      commands.put(CACHED, cached);
      List<String> firstCompilerAlone = new ArrayList<>(cached);
      firstCompilerAlone.add("-XX:TieredStopAtLevel=1");
      commands.put(ONE, firstCompilerAlone);
      Map<String, List<StartTime>> all = new LinkedHashMap<>();
      // the first makes the data folder
      for (int round = -1; round < settings.rounds(); round++) {
        Map<String, StartTime> times = new LinkedHashMap<>();
        try (EmbeddedServers ignored = EmbeddedServers.open(scratch.resolve("home"), false)) {
          for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            boolean own = command.getKey().startsWith(CACHED);
            times.put(
                command.getKey(),
                issue(command.getValue(), own ? "zhixin.jar" : jar, scratch, unpacked));
          }
        }
        times.put(ALONE, issue(firstCompilerAlone, "zhixin.jar", scratch, unpacked));
        times.put(EMPTY, StartTime.ofEmptyJvm(jdk25));
        if (round >= 0) {
          times.forEach(
              (name, time) -> all.computeIfAbsent(name, key -> new ArrayList<>()).add(time));
        }
      }
      return report(all, Files.size(unpacked.resolve("commands.aot")));
    }
  }

  /** One more person's certificate. */
  private StartTime issue(List<String> java, String jar, Path scratch, Path folder)
      throws Exception {
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "-Dzhixin.home=" + scratch.resolve("home"),
            "-jar",
            jar,
            "issue",
            people.write(scratch.resolve("roster.csv"), 1).toString(),
            "--out",
            scratch.resolve("out").toString()));
    return StartTime.ofCommand(command, folder);
  }

  private static Map<String, Object> report(Map<String, List<StartTime>> all, long cacheBytes)
      throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    all.forEach(
        (name, each) -> {
          Spread wall = Spread.of(each.stream().mapToDouble(StartTime::seconds));
          Spread cpu = Spread.of(each.stream().mapToDouble(StartTime::cpuSeconds));
          report.put("seconds_" + name, Spread.rounded(wall.median()));
          report.put("seconds_" + name + "_spread", wall.toJson());
          report.put("cpu_seconds_" + name, cpu.toJson());
          Table.ratio("seconds, " + name, wall);
          Table.ratio("CPU seconds, " + name, cpu);
        });
    report.put("aot_cache_bytes", cacheBytes);
    return report;
  }
}
