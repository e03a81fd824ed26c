package cn.zhixin.bench;

import cn.zhixin.Zhixin;
import cn.zhixin.bench.LoadTool.Load;
import cn.zhixin.certificate.StateFeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A cached answer over HTTP against a constant of the same size from the same server, in turn. The
 * load comes from wrk on the same machine, so only the ratio is worth telling.
 */
final class AnswersBenchmark implements Benchmark {
  private static final String PORT = "18080";

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    try (ConfigurableApplicationContext service =
        SpringApplication.run(
            Zhixin.class,
            // the tests' own site stands on the class path too and stays out
            "--spring.profiles.active=demo,bench",
            "--server.port=" + PORT,
            "--zhixin.home=target/bench/home",
            "--logging.level.root=warn")) {
      String code = service.getBean(StateFeed.class).after(0, 1).get(0).code().value();
      String host = "http://127.0.0.1:" + PORT;
      Map<String, String> urls = new LinkedHashMap<>();
      urls.put("constant", host + ConstantEndpoint.PATH);
      urls.put("cached", host + "/api/v1/certificates/" + code);
      return measure(urls, settings);
    }
  }

  private static Map<String, Object> measure(Map<String, String> urls, Settings settings)
      throws Exception {
    Map<String, List<Load>> loads = new LinkedHashMap<>();
    for (String url : urls.values()) {
      LoadTool.run(url, settings.warmUpSeconds());
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Map.Entry<String, String> contestant : urls.entrySet()) {
        loads
            .computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
            .add(LoadTool.run(contestant.getValue(), settings.sliceSeconds() * 2));
      }
    }
    List<Load> constant = loads.getOrDefault("constant", List.of());
    List<Load> cached = loads.getOrDefault("cached", List.of());
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("connections", LoadTool.CONNECTIONS);
    report.put("constant_per_second", rates(constant).toJson());
    report.put("cached_per_second", rates(cached).toJson());
    report.put("p99_millis_constant", latencies(constant).toJson());
    report.put("p99_millis_cached", latencies(cached).toJson());
    Spread ratio =
        Spread.of(
            IntStream.range(0, cached.size())
                .mapToDouble(
                    i -> cached.get(i).requestsPerSecond() / constant.get(i).requestsPerSecond()));
    Spread p99 =
        Spread.of(
            IntStream.range(0, cached.size())
                .mapToDouble(i -> cached.get(i).p99Millis() / constant.get(i).p99Millis()));
    report.put("cached_vs_constant", ratio.toJson());
    report.put("p99_vs_constant", p99.toJson());
    System.out.printf(
        Locale.ROOT,
        "constant %,.0f/s, cached answer %,.0f/s%n",
        rates(constant).median(),
        rates(cached).median());
    Table.ratio("cached answer vs constant", ratio);
    Table.ratio("p99 vs constant", p99);
    return report;
  }

  private static Spread rates(List<Load> loads) {
    return Spread.of(loads.stream().mapToDouble(Load::requestsPerSecond));
  }

  private static Spread latencies(List<Load> loads) {
    return Spread.of(loads.stream().mapToDouble(Load::p99Millis));
  }
}
