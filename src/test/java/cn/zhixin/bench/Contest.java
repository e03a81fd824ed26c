package cn.zhixin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs contestants in turn on the calling thread, each for a slice a round. Slices are measured in
 * CPU time of the thread, so that they do as much on a machine that has others to serve.
 */
final class Contest {
  /** One piece of work; what it returns keeps the compiler from leaving it out. */
  interface Work {
    Object run() throws Exception;
  }

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<String, Work> contestants = new LinkedHashMap<>();

  /** Last result of any work: read by nobody. */
  @SuppressWarnings("UnusedVariable")
  private volatile @Nullable Object last;

  Contest add(String name, Work work) {
    contestants.put(name, work);
    return this;
  }

  Results run(Settings settings) throws Exception {
    for (int half = 0; half < 2; half++) {
      for (Work work : contestants.values()) {
        slice(work, settings.warmUpSeconds() / 2);
      }
    }
    Map<String, List<Slice>> slices = new LinkedHashMap<>();
    for (int round = 0; round < settings.rounds(); round++) {
      for (Map.Entry<String, Work> contestant : contestants.entrySet()) {
        slices
            .computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
            .add(slice(contestant.getValue(), settings.sliceSeconds()));
      }
    }
    Map<String, Series> results = new LinkedHashMap<>();
    slices.forEach((name, measured) -> results.put(name, new Series(measured)));
    return new Results(results);
  }

  private Slice slice(Work work, double seconds) throws Exception {
    long process = PROCESS.getProcessCpuTime();
    long thread = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long length = (long) (seconds * 1e9);
    long count = 0;
    long now;
    do {
      last = work.run();
      count++;
      now = System.nanoTime();
      // no thread uses more CPU time than passes on the wall, whose clock is cheaper to read
    } while (now - start < length || THREADS.getCurrentThreadCpuTime() - thread < length);
    return new Slice(
        count,
        PROCESS.getProcessCpuTime() - process,
        THREADS.getCurrentThreadCpuTime() - thread,
        now - start);
  }
}
