package cn.zhixin.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Batches of {@code bench.batch} rows issued in a small and in a large registry in turn. What a
 * certificate costs is the CPU time of the service and of its database together.
 */
final class RegistryIssuing {
  private static final int ROWS = Integer.getInteger("bench.batch", 2000);

  /** Until the compiler has seen most of it. */
  private static final int WARM_UP = 10;

  private final IssuedBatch small;
  private final IssuedBatch large;
  private final ProcessHandle postmaster;

  RegistryIssuing(IssuedBatch small, IssuedBatch large, ProcessHandle postmaster) {
    this.small = small;
    this.large = large;
    this.postmaster = postmaster;
  }

  private record Round(CpuTimes cpu, double seconds) {
    double micros() {
      return cpu.total() * 1e6 / ROWS;
    }

    double serverMicros() {
      return cpu.serverSeconds() * 1e6 / ROWS;
    }

    double wallMicros() {
      return seconds * 1e6 / ROWS;
    }
  }

  Map<String, Object> measure(Settings settings) throws Exception {
    List<Round> ofSmall = new ArrayList<>();
    List<Round> ofLarge = new ArrayList<>();
    for (int round = -WARM_UP; round < settings.rounds(); round++) {
      // who goes first has the disk's queue of the other behind it
      boolean smallFirst = round % 2 == 0;
      Round first = issued(smallFirst ? small : large);
      Round second = issued(smallFirst ? large : small);
      if (round >= 0) {
        ofSmall.add(smallFirst ? first : second);
        ofLarge.add(smallFirst ? second : first);
      }
    }
    Map<String, Object> report = new LinkedHashMap<>();
    Spread cost =
        Spread.of(
            IntStream.range(0, ofSmall.size())
                .mapToDouble(i -> ofLarge.get(i).micros() / ofSmall.get(i).micros()));
    report.put("issue_large_vs_small", Spread.rounded(cost.median()));
    report.put("issue_large_vs_small_spread", cost.toJson());
    report.put("issue_small", micros(ofSmall));
    report.put("issue_large", micros(ofLarge));
    Table.ratio("issue, large vs small, by CPU time", cost);
    System.out.println("small " + micros(ofSmall) + "\nlarge " + micros(ofLarge));
    return report;
  }

  private Round issued(IssuedBatch batch) throws Exception {
    batch.check(ROWS);
    CpuTimes before = CpuTimes.now(postmaster);
    long start = System.nanoTime();
    batch.issue();
    Round round =
        new Round(CpuTimes.now(postmaster).since(before), (System.nanoTime() - start) / 1e9);
    System.out.printf(Locale.ROOT, "%,.0f µs CPU each%n", round.micros());
    return round;
  }

  private static Map<String, Object> micros(List<Round> rounds) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("cpu_micros", Spread.of(rounds.stream().mapToDouble(Round::micros)).toJson());
    told.put(
        "database_cpu_micros",
        Spread.of(rounds.stream().mapToDouble(Round::serverMicros)).toJson());
    told.put("wall_micros", Spread.of(rounds.stream().mapToDouble(Round::wallMicros)).toJson());
    return told;
  }
}
