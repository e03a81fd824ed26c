package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two threads that issue certificates against one, in turn: how much more they do in the same time,
 * and how much less each does for its own CPU time because the other is there.
 */
final class TwoThreads {
  /**
   * What one thread did.
   *
   * @param cpuNanos of that thread
   */
  private record Work(long count, long cpuNanos) {}

  /** What one or two threads did together; the second figure is for each second of their own. */
  private record Rates(double perSecond, double perCpuSecond) {}

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<CertificateIssuing> issuing;
  private final List<Entry> entries;

  TwoThreads(Callable<CertificateIssuing> issuing, List<Entry> entries) throws Exception {
    this.issuing = List.of(issuing.call(), issuing.call());
    this.entries = entries;
  }

  Map<String, Object> measure(Settings settings) throws Exception {
    List<Double> byTime = new ArrayList<>();
    List<Double> byCpu = new ArrayList<>();
    List<Double> each = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      run(threads, 2, settings.warmUpSeconds() / 2);
      for (int round = 0; round < settings.rounds(); round++) {
        Rates one = run(threads, 1, settings.sliceSeconds());
        Rates two = run(threads, 2, settings.sliceSeconds());
        byTime.add(two.perSecond() / one.perSecond());
        byCpu.add(2 * two.perCpuSecond() / one.perCpuSecond());
        each.add(two.perSecond());
      }
    } finally {
      threads.shutdownNow();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    report(json, "two_threads_vs_one", "two threads ÷ one, by time", byTime);
    report(json, "two_threads_vs_one_by_cpu", "two threads ÷ one, by CPU time", byCpu);
    report(json, "two_threads_per_second", "two threads, a second", each);
    return json;
  }

  private static void report(
      Map<String, Object> json, String name, String title, List<Double> figures) {
    Spread spread = Spread.of(figures.stream().mapToDouble(Double::doubleValue));
    Table.ratio(title, spread);
    json.put(name, Spread.rounded(spread.median()));
    json.put(name + "_spread", spread.toJson());
  }

  private Rates run(ExecutorService threads, int count, double seconds) throws Exception {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    List<Future<Work>> running = new ArrayList<>();
    for (CertificateIssuing one : issuing.subList(0, count)) {
      running.add(threads.submit(() -> until(end, one)));
    }
    long done = 0;
    long cpu = 0;
    for (Future<Work> thread : running) {
      done += thread.get().count();
      cpu += thread.get().cpuNanos();
    }
    return new Rates(done * 1e9 / (System.nanoTime() - start), done * 1e9 / Math.max(1, cpu));
  }

  private Work until(long end, CertificateIssuing own) throws Exception {
    long cpu = THREADS.getCurrentThreadCpuTime();
    int count = 0;
    do {
      own.issue(entries.get(count++ % entries.size()));
    } while (System.nanoTime() < end);
    return new Work(count, THREADS.getCurrentThreadCpuTime() - cpu);
  }
}
