package cn.zhixin.bench;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.embedded.EmbeddedServers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How soon a public node gives its first answer, and what it holds in memory when idle: with
 * database and Redis elsewhere, and no keys. {@code bench.jdk25} is the home of a JDK 25, {@code
 * bench.jar} the packaged program.
 */
final class StartBenchmark implements Benchmark {
  static final int PORT = Integer.getInteger("bench.port", 18_081);
  private static final long IDLE_MILLIS = 30_000;
  private static final List<String> SAMPLE_TRUST = List.of("root", "issuing-ca", "committee");

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    String java17 = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jdk25 = System.getProperty("bench.jdk25", "/opt/jdk-25");
    String java25 = Path.of(jdk25, "bin", "java").toString();
    String jar =
        Path.of(System.getProperty("bench.jar", "target/zhixin.jar")).toAbsolutePath().toString();
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
      Starts starts = new Starts(arguments, answer(code), unpacked);
      makeCache(jdk25, jar, unpacked, arguments);
      Path cache = unpacked.resolve("zhixin.aot");
      List<String> aot =
          List.of(
              java25,
              "@jvm.options",
              "-XX:AOTCache=zhixin.aot",
              "-jar",
              // as in the training: a cache is of one class path, letter by letter
              "zhixin.jar");
      return measure(
          settings,
          starts,
          Map.of(
              "17", List.of(java17, "-jar", jar),
              "25", List.of(java25, "-jar", jar),
              "25_aot", aot),
          Files.size(cache));
    }
  }

  private static Map<String, Object> measure(
      Settings settings, Starts starts, Map<String, List<String>> commands, long cacheBytes)
      throws Exception {
    Map<String, List<Starts.Start>> all = new LinkedHashMap<>();
    for (int round = 0; round < settings.rounds(); round++) {
      for (String name : List.of("17", "25", "25_aot")) {
        all.computeIfAbsent(name, key -> new ArrayList<>())
            .add(starts.once(commands.getOrDefault(name, List.of()), 0));
      }
    }
    Map<String, Object> report = new LinkedHashMap<>();
    Map<String, Spread> seconds = new LinkedHashMap<>();
    all.forEach(
        (name, each) -> {
          Spread wall = Spread.of(each.stream().mapToDouble(Starts.Start::seconds));
          Spread cpu = Spread.of(each.stream().mapToDouble(Starts.Start::cpuSeconds));
          seconds.put(name, wall);
          report.put("seconds_" + name, Spread.rounded(wall.median()));
          report.put("seconds_" + name + "_spread", wall.toJson());
          report.put("cpu_seconds_" + name, cpu.toJson());
          Table.ratio("seconds to the first answer, " + name, wall);
          Table.ratio("CPU seconds until then, " + name, cpu);
        });
    report.put(
        "ratio",
        Spread.rounded(
            seconds.getOrDefault("25_aot", new Spread(0, 0, 0)).median()
                / seconds.getOrDefault("17", new Spread(1, 1, 1)).median()));
    double resident =
        starts.once(commands.getOrDefault("25_aot", List.of()), IDLE_MILLIS).megabytes();
    report.put("rss_mb", Spread.rounded(resident));
    report.put("aot_cache_bytes", cacheBytes);
    System.out.printf(Locale.ROOT, "%-34s %,10.1f%n", "MB resident when idle", resident);
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
            "--zhixin.ledger.key=",
            "--zhixin.signing.trust="
                + String.join(
                    ",",
                    SAMPLE_TRUST.stream()
                        .map(name -> "classpath:keys-sample/" + name + ".cer.pem")
                        .toList())));
    return arguments;
  }

  /** By the script that is for whoever runs the service. */
  private static void makeCache(String jdk, String jar, Path folder, List<String> serve)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("src/deploy/aot-cache.sh", jar, folder.toString()));
    // the script itself says "serve --roles public" and the port
    serve.stream()
        .skip(3)
        .filter(option -> !option.startsWith("--server.port="))
        .forEach(command::add);
    ProcessBuilder script = new ProcessBuilder(command).inheritIO();
    script.environment().putAll(Map.of("JAVA_HOME", jdk, "PORT", Integer.toString(PORT)));
    if (script.start().waitFor() != 0) {
      throw new IllegalStateException("no AOT cache");
    }
  }

  /** Starts nodes of one kind of settings. */
  private record Starts(List<String> arguments, URI answer, Path folder) {
    private record Start(double seconds, double cpuSeconds, double megabytes) {}

    Start once(List<String> command, long idleMillis) throws Exception {
      try (StartedNode node = StartedNode.start(command, arguments, answer, folder)) {
        Thread.sleep(idleMillis);
        return new Start(node.seconds(), node.cpuSeconds(), node.residentMegabytes());
      }
    }
  }
}
