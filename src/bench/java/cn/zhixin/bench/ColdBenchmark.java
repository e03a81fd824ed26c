package cn.zhixin.bench;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.embedded.EmbeddedServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A public node started on one core while 64 clients already knock: what it answers in each of its
 * first seconds, against its full rate once it is warm, and whether anybody waits in vain or is
 * told something wrong. Seconds are of the node's CPU time, so that others on the machine change
 * little. Load and databases have the other core. The JVM that this runs in and JDK 25 with the AOT
 * cache ({@link Jdk25}) take turns; {@code bench.jar} is the packaged program.
 */
final class ColdBenchmark implements Benchmark {
  private static final int SECONDS = 10;

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    if (!Cores.areApart()) {
      System.out.println("This benchmark needs taskset (util-linux) and two cores: left out.");
      return Map.of("left_out", "no taskset, or one core only");
    }
    try (LedgerFolder folder = LedgerFolder.create();
        EmbeddedServers servers = EmbeddedServers.open(folder.path().resolve("servers"), true)) {
      List<String> database =
          List.of(
              "--zhixin.database.url=" + servers.jdbcUrl(),
              "--zhixin.database.user=" + servers.user(),
              "--zhixin.database.password=" + servers.password());
      Path home = folder.path().toAbsolutePath().resolve("home");
      VerificationCode code;
      try (RegistryNode office = RegistryNode.on(database, "office,public", home)) {
        code = new GenuineCertificates(office).issue(1).get(0);
      }
      List<String> arguments = StartBenchmark.arguments(database, servers, home);
      Path unpacked = folder.path().toAbsolutePath().resolve("unpacked");
      Map<String, List<String>> commands = commands(unpacked, arguments);
      ProcessHandle self = ProcessHandle.current();
      Cores.pin(1, self.pid());
      self.descendants().forEach(child -> Cores.pin(1, child.pid()));
      Map<String, List<Start>> starts = new LinkedHashMap<>();
      for (int round = 0; round < settings.rounds(); round++) {
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
          List<String> whole = new ArrayList<>(command.getValue());
          whole.addAll(arguments);
          starts
              .computeIfAbsent(command.getKey(), key -> new ArrayList<>())
              .add(start(whole, unpacked, code, settings));
        }
      }
      Map<String, Object> report = new LinkedHashMap<>();
      starts.forEach((name, each) -> report.put("jdk_" + name, report(name, each)));
      return report;
    }
  }

  private static Map<String, List<String>> commands(Path unpacked, List<String> arguments)
      throws Exception {
    Path jdk25 = Jdk25.home();
    AotCache.ofNode(jdk25, unpacked, arguments);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put(
        Integer.toString(Runtime.version().feature()),
        List.of(java, "-Xmx512m", "-jar", AotCache.jar()));
    commands.put("25_aot", AotCache.command(jdk25));
    return commands;
  }

  /** What one start gave. */
  private record Start(ColdLoad.Counts counts, double fullRate) {
    double share(int second) {
      return counts.right[second] / fullRate;
    }
  }

  private static Start start(
      List<String> command, Path folder, VerificationCode code, Settings settings)
      throws Exception {
    Path log = folder.resolve("cold.log");
    Process node =
        new ProcessBuilder(Cores.on(0, command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      String path = "/api/v1/certificates/" + code.value();
      ColdLoad.Counts counts =
          new ColdLoad(StartBenchmark.PORT, path, "\"verdict\":\"VALID\"", SECONDS).run(node);
      String url = "http://127.0.0.1:" + StartBenchmark.PORT + path;
      LoadTool.run(url, settings.warmUpSeconds());
      long cpu = ColdLoad.cpuMillis(node);
      LoadTool.Load full = LoadTool.run(url, settings.sliceSeconds());
      double seconds = (ColdLoad.cpuMillis(node) - cpu) / 1e3;
      return new Start(counts, full.requests() / seconds);
    } catch (Exception e) {
      System.err.println(Files.readString(log));
      throw e;
    } finally {
      node.destroyForcibly().waitFor();
    }
  }

  private static Map<String, Object> report(String name, List<Start> starts) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put(
        "full_per_cpu_second", Spread.of(starts.stream().mapToDouble(Start::fullRate)).toJson());
    for (int second = 0; second < SECONDS; second++) {
      int at = second;
      Spread share = Spread.of(starts.stream().mapToDouble(start -> start.share(at)));
      report.put("cpu_second_" + (at + 1) + "_vs_full", share.toJson());
      Table.ratio(name + ", CPU second " + (at + 1) + " vs full rate", share);
    }
    starts.forEach(
        start ->
            System.out.printf(
                Locale.ROOT,
                "%s: %s a CPU second, then %,.0f; unconfirmed %d, wrong %d, broken %d, longest %.2f s%n",
                name,
                Arrays.toString(start.counts().right),
                start.fullRate(),
                start.counts().unconfirmed,
                start.counts().wrong,
                start.counts().broken,
                start.counts().longestNanos / 1e9));
    report.put("unconfirmed", starts.stream().mapToInt(start -> start.counts().unconfirmed).sum());
    report.put("wrong", starts.stream().mapToInt(start -> start.counts().wrong).sum());
    report.put(
        "broken_connections", starts.stream().mapToInt(start -> start.counts().broken).sum());
    report.put("hung", starts.stream().filter(start -> start.counts().hung()).count());
    report.put(
        "longest_seconds",
        Spread.of(starts.stream().mapToDouble(start -> start.counts().longestNanos / 1e9))
            .toJson());
    return report;
  }
}
