package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentTemplates;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Complete certificates (credential, QR, PDF/A-3a with PDF/UA-1, attachments, PAdES B-B, digest of
 * the file) against their two signatures alone, and against the naive pipeline, by CPU time.
 *
 * <p>The ordinary set's figures stand at the top of the report, the hard set's below {@code
 * hard_set}.
 */
final class IssuingBenchmark implements Benchmark {
  private static final String TEMPLATE = "official-landscape";
  private static final String ISSUER = "威海市人力资源和社会保障局";

  /** The peer draws all with one face, though ours uses four: to its advantage. */
  private static final String PEER_FACE = "lxgw-wenkai";

  private static final String PEER_RARE_FACE = "hanamin-b";

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    String provider = System.getProperty("bench.provider", "BC");
    BenchmarkKey key = BenchmarkKey.open(provider);
    CompiledTemplate template =
        DocumentTemplates.bundled()
            .load(TEMPLATE)
            .compile(ISSUER, Map.of("address", "zc.weihai.example"));
    NaivePipeline naive = new NaivePipeline(Fonts.read(PEER_FACE), Fonts.read(PEER_RARE_FACE), key);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("provider", key.provider().getName() + " " + key.provider().getVersionStr());
    report.put("template", TEMPLATE);
    for (Kind kind : Kind.values()) {
      IssuingSet set = new IssuingSet(kind, new CertificateIssuing(template, provider), naive, key);
      Map<String, Object> figures = set.measure(settings);
      if (kind == Kind.ORDINARY) {
        report.putAll(figures);
      } else {
        report.put("hard_set", figures);
      }
    }
    return report;
  }
}
