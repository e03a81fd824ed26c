package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.encoding.Digest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Where the time of one certificate goes: samples of the stack while whole certificates are issued,
 * by what is on it.
 *
 * <p>Samples rather than a clock around each stage: the stages are microseconds long and lie within
 * one another, so a clock would need hooks in the writer, or a second writer that need not cost
 * what the first does; samples look at the program as it is. What a clock can measure from outside
 * (making the content, the PDF's signature) it measures in the same run, and both are told side by
 * side.
 *
 * <p>The JDK computes SHA-256 in machine code of its own, and the recorder loses most samples
 * there. So as many bytes as a certificate hashes are hashed on their own between the runs, by the
 * clock, and the samples share what remains.
 */
final class StagesBenchmark implements Benchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Slices are for contests; a share of 1 % needs thousands of samples. */
  private static final int SLICES_A_ROUND = 4;

  private int hashed;
  private long contentNanos;
  private long signingNanos;

  /**
   * What a run took.
   *
   * @param cpuMicros of the thread, for each certificate
   * @param content share of the clock's time in which the content was made, credential included
   * @param signing share in which the PDF's signature was made
   * @param hashMicros CPU time for the bytes that a certificate hashes
   */
  private record Run(
      Map<Stage, Integer> samples,
      double cpuMicros,
      double content,
      double signing,
      double hashMicros) {
    int total() {
      return samples.values().stream().mapToInt(Integer::intValue).sum();
    }

    double micros(Stage stage) {
      if (stage == Stage.HASHING) {
        return hashMicros;
      }
      int others = Math.max(1, total() - samples.getOrDefault(Stage.HASHING, 0));
      return samples.getOrDefault(stage, 0) / (double) others * (cpuMicros - hashMicros);
    }

    double share(Stage stage) {
      return micros(stage) / cpuMicros;
    }
  }

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    String provider = System.getProperty("bench.provider", "BC");
    CertificateIssuing issuing =
        new CertificateIssuing(ContestLayout.compile(), provider, this::timed);
    List<Entry> entries = CertificateSets.some(Kind.ORDINARY);
    hashed = hashed(issuing, entries);
    issue(settings.warmUpSeconds(), issuing, entries);
    hashMicros(settings.sliceSeconds());
    List<Run> runs = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
      runs.add(sampled(SLICES_A_ROUND * settings.sliceSeconds(), issuing, entries));
    }
    return report(runs);
  }

  @Override
  public Optional<Chart> chart(Map<String, Object> report, String machine) {
    return Optional.of(
        new BarChart(
            "Where the time of one certificate goes",
            "Microseconds of CPU time, by samples of the stack; SHA-256 by the clock",
            "",
            false,
            new ReportBars((Map<?, ?>) report.getOrDefault("stages", Map.of()), "micros", "")
                .sorted(name -> ""),
            machine));
  }

  /**
   * How many bytes of a certificate its writer hashes: not those with which all certificates begin,
   * but for the whole file's digest those of the signature as well.
   */
  private static int hashed(CertificateIssuing issuing, List<Entry> entries) throws Exception {
    long bytes = 0;
    byte[] before = issuing.issue(entries.get(entries.size() - 1)).pdf().toArray();
    for (Entry entry : entries) {
      byte[] file = issuing.issue(entry).pdf().toArray();
      bytes += file.length - Arrays.mismatch(before, file) + issuing.signatureHole();
      before = file;
    }
    return (int) (bytes / entries.size());
  }

  /** Of CPU time for the bytes that one certificate hashes. */
  private double hashMicros(double seconds) {
    byte[] bytes = new byte[hashed];
    long start = THREADS.getCurrentThreadCpuTime();
    long end = start + (long) (seconds * 1e9);
    long count = 0;
    long now;
    do {
      bytes[0] = Digest.of(bytes).value().toArray()[0];
      count++;
      now = THREADS.getCurrentThreadCpuTime();
    } while (now < end);
    return (now - start) / 1e3 / count;
  }

  private Run sampled(double seconds, CertificateIssuing issuing, List<Entry> entries)
      throws Exception {
    double hashMicros = hashMicros(seconds / SLICES_A_ROUND);
    contentNanos = 0;
    signingNanos = 0;
    try (StackSamples sampling = StackSamples.start()) {
      long start = System.nanoTime();
      long cpu = THREADS.getCurrentThreadCpuTime();
      long count = issue(seconds, issuing, entries);
      double micros = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / count;
      double wall = System.nanoTime() - start;
      return new Run(
          sampling.byStage(), micros, contentNanos / wall, signingNanos / wall, hashMicros);
    }
  }

  /** For so many seconds of the thread's CPU time; gives how many were issued. */
  private long issue(double seconds, CertificateIssuing issuing, List<Entry> entries)
      throws Exception {
    long end = THREADS.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
    long count = 0;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      for (Entry entry : entries) {
        long start = System.nanoTime();
        DocumentContent content = issuing.content(entry);
        contentNanos += System.nanoTime() - start;
        issuing.render(content);
      }
      count += entries.size();
    }
    return count;
  }

  private DocumentSigner timed(DocumentSigner signer) {
    return new DocumentSigner() {
      @Override
      public int maximumSize() {
        return signer.maximumSize();
      }

      @Override
      public byte[] sign(Digest byteRanges) {
        long start = System.nanoTime();
        byte[] cms = signer.sign(byteRanges);
        signingNanos += System.nanoTime() - start;
        return cms;
      }
    };
  }

  private Map<String, Object> report(List<Run> runs) {
    Spread cpu = over(runs, Run::cpuMicros);
    System.out.printf(
        Locale.ROOT,
        "%nOne certificate, ordinary set: %.1f µs of CPU time; %,d samples%n",
        cpu.median(),
        runs.stream().mapToInt(Run::total).sum());
    Map<String, Object> stages = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      Spread micros = over(runs, run -> run.micros(stage));
      double share = over(runs, run -> run.share(stage)).median();
      System.out.printf(
          Locale.ROOT,
          "%-34s %6.1f µs [%5.1f –%6.1f] %6.1f %%%n",
          stage.label(),
          micros.median(),
          micros.minimum(),
          micros.maximum(),
          100 * share);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("micros", micros.toJson());
      json.put("share", Spread.rounded(share));
      stages.put(Results.jsonName(stage.label()), json);
    }
    Map<String, Object> check = new LinkedHashMap<>();
    check(
        check,
        "content",
        over(runs, run -> run.share(Stage.CREDENTIAL) + run.share(Stage.QR_TEXT)),
        over(runs, Run::content));
    check(
        check,
        "PDF signature",
        over(runs, run -> run.share(Stage.PDF_SIGNATURE)),
        over(runs, Run::signing));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("cpu_micros", cpu.toJson());
    report.put("bytes_hashed", hashed);
    report.put("stages", stages);
    report.put("shares_by_samples_and_by_clock", check);
    return report;
  }

  private static Spread over(List<Run> runs, ToDoubleFunction<Run> figure) {
    return Spread.of(runs.stream().mapToDouble(figure));
  }

  private static void check(
      Map<String, Object> json, String what, Spread bySamples, Spread byClock) {
    System.out.printf(
        Locale.ROOT,
        "%-34s %5.1f %% by samples, %.1f %% by the clock%n",
        what,
        100 * bySamples.median(),
        100 * byClock.median());
    json.put(Results.jsonName(what), List.of(bySamples.toJson(), byClock.toJson()));
  }
}
