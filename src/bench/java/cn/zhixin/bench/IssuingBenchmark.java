package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.document.pdf.PdfBoxTwin;
import cn.zhixin.document.template.TemplateDrawing;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Complete certificates (credential, QR, PDF/A-3a with PDF/UA-1, attachments, PAdES B-B, digest of
 * the file) against their two signatures alone, against the naive pipeline, and against PDFBox that
 * draws the very same page, by CPU time; and two threads against one.
 *
 * <p>The ordinary set's figures stand at the top of the report, the hard set's below {@code
 * hard_set}.
 */
final class IssuingBenchmark implements Benchmark {
  private static final String TEMPLATE = "official-landscape";
  private static final String ADDRESS = "zc.weihai.example";
  private static final String ISSUER = "威海市人力资源和社会保障局";

  /** The peer draws all with one face, though ours uses four: to its advantage. */
  private static final String PEER_FACE = "lxgw-wenkai";

  private static final String PEER_RARE_FACE = "hanamin-b";

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    String provider = System.getProperty("bench.provider", "BC");
    BenchmarkKey key = BenchmarkKey.open(provider);
    CompiledTemplate template =
        DocumentTemplates.bundled().load(TEMPLATE).compile(ISSUER, Map.of("address", ADDRESS));
    NaivePipeline naive =
        new NaivePipeline(new NaivePage(Fonts.read(PEER_FACE), Fonts.read(PEER_RARE_FACE)), key);
    PdfBoxTwin twin = new PdfBoxTwin(drawing(), Map.of("address", ADDRESS, "issuer", ISSUER));
    NaivePipeline samePage =
        new NaivePipeline(
            content -> twin.draw(content, NaiveQr.of(content.qr().text(), 0, 0)), key);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("provider", key.provider().getName() + " " + key.provider().getVersionStr());
    report.put("template", TEMPLATE);
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

  private static TemplateDrawing drawing() throws Exception {
    return TemplateDrawing.read(
        file -> {
          String path = "certificate-templates/" + TEMPLATE + "/" + file;
          try (InputStream in = IssuingBenchmark.class.getClassLoader().getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
          }
        });
  }
}
