package cn.zhixin.bench;

import cn.zhixin.Zhixin;
import cn.zhixin.bench.LoadTool.Load;
import cn.zhixin.certificate.StateFeed;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.front.ConstantServer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An answer over HTTP, from memory and from Redis, against a constant behind the same decoder and
 * against the same bytes as a file of nginx, in turn. The load comes from wrk on the same machine,
 * so only the ratios are worth telling. Where others use the machine too, go by those of the CPU
 * time that a request costs the server.
 *
 * <p>Slow clients have time to settle first: what is measured beside them is what 2,000 connections
 * cost that are there, not what it costs to accept them.
 */
final class AnswersBenchmark implements Benchmark {
  private static final int PORT = Integer.getInteger("bench.port", 19_080);
  private static final int CONSTANT = PORT + 1;
  private static final int NGINX = PORT + 2;
  private static final int UNCACHED = PORT + 3;
  private static final int MANY = 256;
  private static final int SLOW = 2_000;
  private static final List<String> BESIDE_SLOW = List.of("constant", "cached");

  /** For a look at some of them only. */
  private static final Set<String> ONLY = Set.of(System.getProperty("bench.only", "").split(","));

  /** One contestant: where it is asked, over how many connections, and with what headers. */
  private record Contestant(String url, int connections, String... headers) {}

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    try (ConfigurableApplicationContext service = service("office,public", PORT, "64MB");
        ConfigurableApplicationContext uncached = service("public", UNCACHED, "0MB")) {
      String code = service.getBean(StateFeed.class).after(0, 1).get(0).code().value();
      String path = "/api/v1/certificates/" + code;
      HttpResponse<byte[]> answer = get(PORT, path);
      Optional<NginxFile> nginx = NginxFile.serve(NGINX, answer.body());
      try (ConstantServer constant = new ConstantServer(CONSTANT, whole(answer))) {
        Cores.pinServer();
        return measure(contestants(path, answer, nginx.isPresent()), settings);
      } finally {
        nginx.ifPresent(NginxFile::close);
      }
    }
  }

  private static ConfigurableApplicationContext service(String roles, int port, String memory) {
    return SpringApplication.run(
        Zhixin.class,
        // the tests' own site stands on the class path too and stays out
        "--spring.profiles.active=demo,bench",
        "--zhixin.roles=" + roles,
        "--zhixin.front.threads=1",
        "--zhixin.answers.memory=" + memory,
        "--server.port=" + port,
        "--zhixin.home=target/bench/home",
        "--logging.level.root=warn");
  }

  private static HttpResponse<byte[]> get(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Head and body of an answer as it came. */
  private static Bytes whole(HttpResponse<byte[]> answer) {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
    answer
        .headers()
        .map()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> head.append(name).append(": ").append(value).append("\r\n")));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(answer.body());
    return Bytes.wrap(whole.toByteArray());
  }

  private static Map<String, Contestant> contestants(
      String path, HttpResponse<byte[]> answer, boolean nginx) {
    String host = "http://127.0.0.1:";
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    Map<String, Contestant> contestants = new LinkedHashMap<>();
    if (nginx) {
      contestants.put("nginx", new Contestant(host + NGINX + "/answer.json", 64));
    }
    contestants.put("constant", new Contestant(host + CONSTANT + "/", 64));
    contestants.put("cached", new Contestant(host + PORT + path, 64));
    contestants.put("unchanged", new Contestant(host + PORT + path, 64, "If-None-Match: " + tag));
    contestants.put("gzip", new Contestant(host + PORT + path, 64, "Accept-Encoding: gzip"));
    contestants.put("redis", new Contestant(host + UNCACHED + path, 64));
    contestants.put("constant_256", new Contestant(host + CONSTANT + "/", MANY));
    contestants.put("cached_256", new Contestant(host + PORT + path, MANY));
    contestants.put("mvc", new Contestant(host + PORT + path + "?mvc=1", 64));
    if (!ONLY.contains("")) {
      contestants.keySet().retainAll(ONLY);
    }
    return contestants;
  }

  private static Map<String, Object> measure(Map<String, Contestant> contestants, Settings settings)
      throws Exception {
    Map<String, List<Load>> loads = new LinkedHashMap<>();
    List<String> besideSlow =
        contestants.keySet().containsAll(BESIDE_SLOW) ? BESIDE_SLOW : List.of();
    for (Contestant contestant : contestants.values()) {
      load(contestant, settings.warmUpSeconds());
    }
    for (String name : besideSlow) {
      // what only slow clients make the server do is compiled by then
      besideSlow(contestants.get(name), settings.sliceSeconds());
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Map.Entry<String, Contestant> contestant : contestants.entrySet()) {
        loads
            .computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
            .add(load(contestant.getValue(), settings.sliceSeconds()));
      }
      for (String name : besideSlow) {
        loads
            .computeIfAbsent(name + "_beside_slow", key -> new ArrayList<>())
            .add(besideSlow(contestants.get(name), settings.sliceSeconds()));
      }
    }
    return report(loads);
  }

  private static Load besideSlow(@Nullable Contestant contestant, double seconds) throws Exception {
    Contestant asked = Objects.requireNonNull(contestant);
    try (SlowClients slow = new SlowClients(URI.create(asked.url()).getPort(), SLOW)) {
      return load(asked, seconds);
    }
  }

  private static Load load(Contestant contestant, double seconds) throws Exception {
    return LoadTool.run(contestant.url(), seconds, contestant.connections(), contestant.headers());
  }

  private static Map<String, Object> report(Map<String, List<Load>> loads) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("cores_apart", Cores.areApart());
    loads.forEach(
        (name, all) -> {
          Spread rate = Spread.of(all.stream().mapToDouble(Load::requestsPerSecond));
          Spread p99 = Spread.of(all.stream().mapToDouble(Load::p99Millis));
          report.put(name + "_per_second", rate.toJson());
          report.put(name + "_p99_millis", p99.toJson());
          Spread cpu = Spread.of(all.stream().mapToDouble(Load::cpuMicros));
          report.put(name + "_cpu_micros", cpu.toJson());
          System.out.printf(
              Locale.ROOT,
              "%-34s %,10.0f/s, p99 %.2f ms, CPU %.2f µs%n",
              name,
              rate.median(),
              p99.median(),
              cpu.median());
        });
    ratio(report, loads, "cached", "constant");
    ratio(report, loads, "cached", "nginx");
    ratio(report, loads, "redis", "constant");
    ratio(report, loads, "unchanged", "cached");
    ratio(report, loads, "gzip", "cached");
    ratio(report, loads, "mvc", "constant");
    ratio(report, loads, "cached_beside_slow", "cached");
    ratio(report, loads, "constant_beside_slow", "constant");
    p99(report, loads, "cached", "constant");
    p99(report, loads, "cached_256", "constant_256");
    return report;
  }

  private static void p99(
      Map<String, Object> report, Map<String, List<Load>> loads, String one, String other) {
    paired(loads, one, other, (mine, its) -> mine.p99Millis() / its.p99Millis())
        .ifPresent(
            p99 -> {
              report.put("p99_of_" + one + "_vs_" + other, p99.toJson());
              Table.ratio("p99 of " + one + " vs " + other, p99);
            });
  }

  private static void ratio(
      Map<String, Object> report, Map<String, List<Load>> loads, String one, String other) {
    paired(loads, one, other, (mine, its) -> mine.requestsPerSecond() / its.requestsPerSecond())
        .ifPresent(
            rate -> {
              report.put(one + "_vs_" + other, rate.toJson());
              Table.ratio(one + " vs " + other, rate);
            });
    if (other.equals("nginx")) {
      // its CPU time is not this process's
      return;
    }
    paired(loads, one, other, (mine, its) -> its.cpuMicros() / mine.cpuMicros())
        .ifPresent(
            cpu -> {
              report.put(one + "_vs_" + other + "_by_cpu", cpu.toJson());
              Table.ratio("  the same by CPU time", cpu);
            });
  }

  /** Two contestants compared round by round; empty where one of them was not measured. */
  private static Optional<Spread> paired(
      Map<String, List<Load>> loads, String one, String other, ToDoubleBiFunction<Load, Load> of) {
    List<Load> ones = loads.getOrDefault(one, List.of());
    List<Load> others = loads.getOrDefault(other, List.of());
    return ones.isEmpty() || others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Spread.of(
                IntStream.range(0, ones.size())
                    .mapToDouble(i -> of.applyAsDouble(ones.get(i), others.get(i)))));
  }
}
