package cn.zhixin.bench;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.embedded.EmbeddedServers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How soon a public node gives its first answer, and what it holds in memory when idle: with
 * database and Redis elsewhere, and no keys. {@code bench.jdk25} or {@code JDK25_HOME} is the home
 * of a JDK 25 ({@link Jdk25}), {@code bench.jar} the packaged program. The JVM that this runs in,
 * JDK 25 and JDK 25 with the AOT cache start nodes in turn, and each turn an empty JVM as well: on
 * a machine that is busy otherwise its time is what to hold the others against.
 */
final class StartBenchmark implements Benchmark {
  static final int PORT = Integer.getInteger("bench.port", 18_081);
  private static final long IDLE_MILLIS = 30_000;
  private static final List<String> SAMPLE_TRUST = List.of("root", "issuing-ca", "committee");
  private static final String PLAIN = Integer.toString(Runtime.version().feature());
  private static final String CACHED = "25_aot";
  private static final String EMPTY = "25_empty";

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    Path jdk25 = Jdk25.home();
    String java25 = jdk25.resolve("bin/java").toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = AotCache.jar();
    try (LedgerFolder folder = LedgerFolder.create();
        EmbeddedServers servers = EmbeddedServers.open(folder.path().resolve("servers"), true)) {
      List<String> database =
          List.of(
              "--zhixin.database.url=" + servers.jdbcUrl(),
              "--zhixin.database.user=" + servers.user(),
              "--zhixin.database.password=" + servers.password());
      VerificationCode code;
      Path home = folder.path().toAbsolutePath().resolve("home");
      try (RegistryNode office = RegistryNode.on(database, "office,public", home)) {
        code = new GenuineCertificates(office).issue(1).get(0);
      }
      List<String> arguments = arguments(database, servers, home);
      Path unpacked = folder.path().toAbsolutePath().resolve("unpacked");
      AotCache.ofNode(jdk25, unpacked, arguments);
      Map<String, List<String>> commands = new LinkedHashMap<>();
      commands.put(PLAIN, List.of(java, "-jar", jar));
      commands.put("25", List.of(java25, "-jar", jar));
      commands.put(CACHED, AotCache.command(jdk25));
      Starts starts = new Starts(commands, arguments, answer(code), unpacked);
      return measure(settings, starts, jdk25, Files.size(unpacked.resolve("zhixin.aot")));
    }
  }

  private static Map<String, Object> measure(
      Settings settings, Starts starts, Path jdk25, long cacheBytes) throws Exception {
    Map<String, List<StartTime>> all = new LinkedHashMap<>();
    for (int round = 0; round < settings.rounds(); round++) {
      all.computeIfAbsent(EMPTY, key -> new ArrayList<>()).add(StartTime.ofEmptyJvm(jdk25));
      for (String name : starts.commands().keySet()) {
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(starts.once(name));
      }
    }
    Map<String, Object> report = new LinkedHashMap<>();
    Map<String, Spread> seconds = new LinkedHashMap<>();
    all.forEach(
        (name, each) -> {
          Spread wall = Spread.of(each.stream().mapToDouble(StartTime::seconds));
          Spread cpu = Spread.of(each.stream().mapToDouble(StartTime::cpuSeconds));
          Spread main = Spread.of(each.stream().mapToDouble(StartTime::mainCpuSeconds));
          seconds.put(name, wall);
          report.put("seconds_" + name, Spread.rounded(wall.median()));
          report.put("seconds_" + name + "_spread", wall.toJson());
          report.put("cpu_seconds_" + name, cpu.toJson());
          report.put("main_thread_cpu_seconds_" + name, main.toJson());
          Table.ratio("seconds, " + name, wall);
          Table.ratio("CPU seconds, " + name, cpu);
          Table.ratio("CPU seconds of main thread, " + name, main);
        });
    Spread none = new Spread(Double.NaN, Double.NaN, Double.NaN);
    report.put(
        "ratio",
        Spread.rounded(
            seconds.getOrDefault(CACHED, none).median()
                / seconds.getOrDefault(PLAIN, none).median()));
    try (StartedNode node = starts.start(CACHED)) {
      Thread.sleep(IDLE_MILLIS);
      node.collectGarbage(jdk25);
      report.put("rss_mb", Spread.rounded(node.megabytes("status", "VmRSS")));
      report.put("pss_mb", Spread.rounded(node.megabytes("smaps_rollup", "Pss")));
    }
    report.put("aot_cache_bytes", cacheBytes);
    System.out.println(
        "MB when idle: RSS " + report.get("rss_mb") + ", PSS " + report.get("pss_mb"));
    return report;
  }

  private static URI answer(VerificationCode code) {
    return URI.create("http://127.0.0.1:" + PORT + "/api/v1/certificates/" + code.value());
  }

  static List<String> arguments(List<String> database, EmbeddedServers servers, Path home) {
    List<String> arguments = new ArrayList<>(List.of("serve", "--roles", "public"));
    arguments.addAll(database);
    arguments.addAll(
        List.of(
            "--zhixin.redis.url=" + servers.redis().orElseThrow().url(),
            "--server.port=" + PORT,
            "--zhixin.home=" + home,
            // sample keys verify in the demo only; this node has none that sign
            "--spring.profiles.active=demo",
            "--zhixin.signing.key-store=",
            "--zhixin.signing.time-stamp=none",
            "--zhixin.receipts.key-store=",
            "--zhixin.ledger.key=",
            "--zhixin.signing.trust="
                + String.join(
                    ",",
                    SAMPLE_TRUST.stream()
                        .map(name -> "classpath:keys-sample/" + name + ".cer.pem")
                        .toList())));
    return arguments;
  }

  /** Starts nodes of one kind of settings. */
  private record Starts(
      Map<String, List<String>> commands, List<String> arguments, URI answer, Path folder) {
    StartedNode start(String name) throws Exception {
      List<String> command = commands.getOrDefault(name, List.of());
      return StartedNode.start(command, arguments, answer, folder);
    }

    StartTime once(String name) throws Exception {
      try (StartedNode node = start(name)) {
        return node.time();
      }
    }
  }
}
