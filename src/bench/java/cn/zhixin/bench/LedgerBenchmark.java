package cn.zhixin.bench;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileGrowth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The ledger alone, on one thread and without database and witnesses: how fast it grows when each
 * chunk must be on disk before its checkpoint is signed, what a proof costs in a large log, and
 * what a leaf costs for ever. Wall-clock times.
 */
final class LedgerBenchmark implements Benchmark {
  private static final long LARGE = 10_000_000;
  private static final int MILLION = 1_000_000;

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    Map<String, Object> report = new LinkedHashMap<>();
    Spread leaves = leavesPerSecond(settings);
    put(report, "leaves_per_s", leaves);
    report.put("leaves_in_a_chunk", LedgerGrowth.CHUNK);
    proofs(settings, report);
    report.put(
        "tile_cache", "one TileNodes for all proofs: its 64 tiles used last; cold: one for each");
    double bytes = bytesPerLeaf();
    report.put("bytes_per_leaf", Spread.rounded(bytes));
    report.put("bytes_of_an_entry", MadeUpLeaves.entry(MILLION).size());
    System.out.printf("%-34s %,10.3f%n", "bytes per leaf, at 1,000,000", bytes);
    return report;
  }

  private static Spread leavesPerSecond(Settings settings) throws Exception {
    try (LedgerFolder folder = LedgerFolder.create()) {
      LedgerGrowth log = new LedgerGrowth(folder.path());
      log.perSecond(settings.warmUpSeconds());
      Spread spread = rounds(settings, () -> log.perSecond(settings.sliceSeconds()));
      Table.ratio("leaves per second, durable", spread);
      return spread;
    }
  }

  private static void proofs(Settings settings, Map<String, Object> report) throws Exception {
    try (LedgerFolder folder = LedgerFolder.create()) {
      LargeLedger log = LargeLedger.of(LARGE, folder.path());
      MerkleTree kept = log.tree();
      log.microseconds(kept, settings.warmUpSeconds());
      Spread warm = rounds(settings, () -> log.microseconds(kept, settings.sliceSeconds()));
      Spread cold = rounds(settings, () -> log.coldMicroseconds(settings.sliceSeconds()));
      Table.ratio("µs for a proof, of 10,000,000", warm);
      Table.ratio("µs for a proof, no tile cached", cold);
      put(report, "proof_us_at_10m", warm);
      put(report, "proof_us_at_10m_cold", cold);
    }
  }

  /** Contents of all files that such a log needs; of each tile the widest only. */
  private static double bytesPerLeaf() throws Exception {
    Map<Tile, Bytes> files =
        new TileGrowth(tile -> Optional.empty()).added(0, MadeUpLeaves.entries(0, MILLION));
    return files.values().stream().mapToLong(Bytes::size).sum() / (double) MILLION;
  }

  private static Spread rounds(Settings settings, Round round) throws Exception {
    double[] figures = new double[settings.rounds()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = round.run();
    }
    return Spread.of(DoubleStream.of(figures));
  }

  private static void put(Map<String, Object> report, String key, Spread spread) {
    report.put(key, Spread.rounded(spread.median()));
    report.put(key + "_spread", spread.toJson());
  }

  @FunctionalInterface
  private interface Round {
    double run() throws Exception;
  }
}
