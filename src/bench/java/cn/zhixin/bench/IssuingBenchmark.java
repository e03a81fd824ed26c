package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.CompiledTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Complete certificates (credential, QR, PDF/A-3a with PDF/UA-1, attachments, PAdES B-B, digest of
 * the file) against their two signatures alone, against the naive pipeline, and against PDFBox that
 * draws the very same page, by CPU time; and two threads against one.
 *
 * <p>The ordinary set's figures stand at the top of the report, the hard set's below {@code
 * hard_set}.
 */
final class IssuingBenchmark implements Benchmark {
  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    String provider = System.getProperty("bench.provider", "BC");
    BenchmarkKey key = BenchmarkKey.open(provider);
    CompiledTemplate template = ContestLayout.compile();
    PdfSigning signing = new PdfBoxSigning(key);
    PeerPipeline naive =
        new PeerPipeline(
            new NaivePage(
                FontSource.eachTime(Fonts.read(Fonts.PEER_FACE)),
                FontSource.eachTime(Fonts.read(Fonts.PEER_RARE_FACE))),
            signing);
    PeerPipeline samePage = new PeerPipeline(new SamePage(), signing);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("provider", key.provider().getName() + " " + key.provider().getVersionStr());
    report.put("template", ContestLayout.TEMPLATE);
    for (Kind kind : Kind.values()) {
      IssuingSet set =
          new IssuingSet(kind, new CertificateIssuing(template, provider), naive, samePage, key);
      Map<String, Object> figures = set.measure(settings);
      figures.putAll(
          new TwoThreads(
                  () -> new CertificateIssuing(template, provider), CertificateSets.some(kind))
              .measure(settings));
      if (kind == Kind.ORDINARY) {
        report.putAll(figures);
      } else {
        report.put("hard_set", figures);
      }
    }
    return report;
  }

  @Override
  public Optional<Chart> chart(Map<String, Object> report, String machine) {
    return Optional.of(
        new BarChart(
            "Certificates and their signatures, ordinary set",
            "Per CPU-second: more is better. Each grid line is ten times the one before.",
            "",
            true,
            new ReportBars(report, "per_process_cpu_second", "complete certificate")
                .sorted(name -> ""),
            machine + " Signatures by " + report.get("provider") + "."));
  }
}
