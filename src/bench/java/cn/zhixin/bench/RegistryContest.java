package cn.zhixin.bench;

import cn.zhixin.certificate.VerificationCode;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Answers of a small and of a large registry in turn, in slices of wall-clock time. */
final class RegistryContest {
  private static final int THREADS = 4;

  /** So many times more and shorter slices: a machine's mood changes within seconds. */
  private static final int SHORTER = 3;

  private final RegistryNode small;
  private final RegistryNode large;
  private final List<VerificationCode> codes;

  /** What a node did in a slice. */
  private record Rate(double perSecond, double cpuMicros) {}

  RegistryContest(RegistryNode small, RegistryNode large, List<VerificationCode> codes) {
    this.small = small;
    this.large = large;
    this.codes = codes;
  }

  Map<String, Object> measure(Settings settings) throws Exception {
    Map<String, Object> report = new LinkedHashMap<>();
    slice(small, THREADS, settings.warmUpSeconds());
    firstTouch(report);
    slice(large, THREADS, settings.warmUpSeconds() / 2);
    slice(small, THREADS, settings.warmUpSeconds() / 2);
    Spread alone = turns("one_thread", 1, settings, report);
    Spread together = turns("threads_" + THREADS, THREADS, settings, report);
    report.put("answer_large_vs_small", Spread.rounded(alone.median()));
    report.put("answer_large_vs_small_spread", alone.toJson());
    report.put("answer_large_vs_small_threads", Spread.rounded(together.median()));
    report.put("answer_large_vs_small_threads_spread", together.toJson());
    Table.ratio("large vs small, 1 thread", alone);
    Table.ratio("large vs small, " + THREADS + " threads", together);
    return report;
  }

  private Spread turns(String name, int threads, Settings settings, Map<String, Object> report)
      throws Exception {
    List<Rate> ofSmall = new ArrayList<>();
    List<Rate> ofLarge = new ArrayList<>();
    for (int round = 0; round < settings.rounds() * SHORTER; round++) {
      ofSmall.add(slice(small, threads, settings.sliceSeconds() / SHORTER));
      ofLarge.add(slice(large, threads, settings.sliceSeconds() / SHORTER));
    }
    report.put(name, Map.of("small", rates(ofSmall), "large", rates(ofLarge)));
    return Spread.of(
        IntStream.range(0, ofSmall.size())
            .mapToDouble(i -> ofLarge.get(i).perSecond() / ofSmall.get(i).perSecond()));
  }

  private static Map<String, Object> rates(List<Rate> rates) {
    return Map.of(
        "per_second",
        Spread.of(rates.stream().mapToDouble(Rate::perSecond)).toJson(),
        "cpu_micros_of_the_node",
        Spread.of(rates.stream().mapToDouble(Rate::cpuMicros)).toJson());
  }

  /** Each certificate once, in the order of a shuffle: pages that nobody has asked for yet. */
  private void firstTouch(Map<String, Object> report) {
    List<VerificationCode> shuffled = new ArrayList<>(codes);
    Collections.shuffle(shuffled, new Random(20_261_125));
    Map<String, Object> micros = new LinkedHashMap<>();
    micros.put("small", Spread.rounded(microsEach(small, shuffled)));
    micros.put("large", Spread.rounded(microsEach(large, shuffled)));
    report.put("first_touch_micros", micros);
    System.out.println("µs each, every certificate once: " + micros);
  }

  private static double microsEach(RegistryNode node, List<VerificationCode> codes) {
    long start = System.nanoTime();
    codes.forEach(node::answer);
    return (System.nanoTime() - start) / 1e3 / codes.size();
  }

  private Rate slice(RegistryNode node, int threads, double seconds) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      long cpu = cpuNanos();
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(workers.submit(() -> count(end, () -> node.answer(random()))));
      }
      long count = 0;
      for (Future<Long> each : counts) {
        count += each.get();
      }
      return new Rate(
          count * 1e9 / (System.nanoTime() - start), (cpuNanos() - cpu) / 1e3 / Math.max(1, count));
    } finally {
      workers.shutdownNow();
    }
  }

  private static long count(long end, Runnable work) {
    long count = 0;
    while (System.nanoTime() < end) {
      work.run();
      count++;
    }
    return count;
  }

  private VerificationCode random() {
    return codes.get(ThreadLocalRandom.current().nextInt(codes.size()));
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
