package cn.zhixin.bench;

import cn.zhixin.embedded.EmbeddedServers;
import cn.zhixin.issuance.Batch;
import cn.zhixin.issuance.BatchArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The certificates of a batch in one ZIP file against a copy of the packs in which they lie: as
 * many bytes read and written, without a look at any. Of {@code bench.files} certificates.
 */
final class ArchiveBenchmark implements Benchmark {
  private static final int FILES = Integer.getInteger("bench.files", 10_000);

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    try (LedgerFolder folder = LedgerFolder.create();
        EmbeddedServers database = EmbeddedServers.open(folder.path().resolve("servers"), false);
        RegistryNode office = IssuedBatch.office(folder, database)) {
      IssuedBatch issuing = new IssuedBatch(office, folder.path().resolve("roster.csv"));
      issuing.check(FILES);
      Batch batch = issuing.issue((done, rows) -> {});
      List<Path> packs = packs(folder.path().resolve("home/documents"));
      BatchArchive archive = office.get(BatchArchive.class);
      Path zip = folder.path().resolve("batch.zip");
      List<Double> zipping = new ArrayList<>();
      List<Double> copying = new ArrayList<>();
      // the first round warms up
      for (int round = -1; round < settings.rounds(); round++) {
        long start = System.nanoTime();
        int written = archive.write(batch, zip, rows -> {}).certificates();
        double zipped = (System.nanoTime() - start) / 1e9;
        if (written != FILES) {
          throw new IllegalStateException(written + " certificates in the archive");
        }
        double copied = copy(packs, folder.path().resolve("copied.zip"));
        if (round >= 0) {
          zipping.add(zipped);
          copying.add(copied);
        }
        System.out.printf(Locale.ROOT, "zip %.2f s, copy %.2f s%n", zipped, copied);
        Files.delete(zip);
      }
      return report(packs, zipping, copying);
    }
  }

  private static List<Path> packs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".zip")).toList();
    }
  }

  private static double copy(List<Path> packs, Path target) throws IOException {
    long start = System.nanoTime();
    try (var out = Files.newOutputStream(target)) {
      for (Path pack : packs) {
        Files.copy(pack, out);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.delete(target);
    return seconds;
  }

  private static Map<String, Object> report(
      List<Path> packs, List<Double> zipping, List<Double> copying) throws IOException {
    long bytes = 0;
    for (Path pack : packs) {
      bytes += Files.size(pack);
    }
    Spread ratio =
        Spread.of(
            IntStream.range(0, zipping.size())
                .mapToDouble(round -> zipping.get(round) / copying.get(round)));
    Table.ratio("seconds, zip ÷ copy", ratio);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("files", FILES);
    report.put("bytes", bytes);
    report.put("zip_vs_copy", Spread.rounded(ratio.median()));
    report.put("zip_vs_copy_spread", ratio.toJson());
    report.put("zip_seconds", seconds(zipping));
    report.put("copy_seconds", seconds(copying));
    return report;
  }

  private static Map<String, Object> seconds(List<Double> seconds) {
    return Spread.of(seconds.stream().mapToDouble(Double::doubleValue)).toJson();
  }
}
