package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.document.qr.QrEncoder;
import java.security.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Complete certificates (credential, QR, PDF/A-3a with PDF/UA-1, attachment, PAdES B-B, digest of
 * the file) against their two signatures alone, and against the naive pipeline, by CPU time.
 */
final class IssuingBenchmark implements Benchmark {
  private static final int CERTIFICATES = 256;
  private static final String TEMPLATE = "official-landscape";
  private static final String ISSUER = "威海市人力资源和社会保障局";
  private static final String WHOLE = "complete certificate";
  private static final String SIGNATURES = "its two signatures alone";
  private static final String NAIVE = "naive pipeline";

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    BenchmarkKey key = BenchmarkKey.create(System.getProperty("bench.provider", "BC"));
    CompiledTemplate template =
        DocumentTemplates.bundled()
            .load(TEMPLATE)
            .compile(ISSUER, Map.of("address", "zc.weihai.example"));
    Map<String, Object> report = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      Map<String, Object> set = measure(kind, template, key, settings);
      if (kind == Kind.ORDINARY) {
        report.putAll(set);
      } else {
        report.put("hard_set", set);
      }
    }
    report.put("provider", key.provider().getName() + " " + key.provider().getVersionStr());
    report.put("template", TEMPLATE);
    return report;
  }

  private static Map<String, Object> measure(
      Kind kind, CompiledTemplate template, BenchmarkKey key, Settings settings) throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < CERTIFICATES; i++) {
      entries.add(CertificateSets.entry(kind, i));
    }
    CertificateIssuing issuing = new CertificateIssuing(template, key);
    NaivePipeline naive =
        new NaivePipeline(Fonts.read("lxgw-wenkai"), Fonts.read("hanamin-b"), key);
    List<DocumentContent> contents = new ArrayList<>();
    long bytes = 0;
    long naiveBytes = 0;
    for (Entry entry : entries) {
      DocumentContent content = issuing.content(entry);
      contents.add(content);
      bytes += issuing.issue(entry).pdf().size();
    }
    for (int i = 0; i < 8; i++) {
      naiveBytes += naive.issue(contents.get(i)).length;
    }
    int mean = (int) (bytes / CERTIFICATES);
    byte[] document = issuing.issue(entries.get(0)).pdf().toArray();
    byte[] signed = java.util.Arrays.copyOf(document, mean - issuing.signatureHole());
    byte[] claims = entries.get(0).claims().toArray();
    Signature raw = key.newSignature();

    int[] next = new int[2];
    Map<String, Series> results =
        new Contest()
            .add(WHOLE, () -> issuing.issue(entries.get(next[0]++ % CERTIFICATES)))
            .add(
                SIGNATURES,
                () -> {
                  byte[] cms = key.cms(signed);
                  raw.update(claims);
                  return List.of(cms, raw.sign());
                })
            .add(NAIVE, () -> naive.issue(contents.get(next[1]++ % CERTIFICATES)))
            .run(settings);

    Series whole = results.get(WHOLE);
    Spread againstSignatures = whole.against(results.get(SIGNATURES));
    Spread againstNaive = whole.against(results.get(NAIVE));
    Table.print("Issuing, " + kind.name().toLowerCase(java.util.Locale.ROOT) + " set", results);
    Table.ratio("certificate ÷ signatures", againstSignatures);
    Table.ratio("certificate ÷ naive", againstNaive);
    int version = new QrEncoder().encode(contents.get(0).qr()).version();
    System.out.printf(
        "%,d bytes a certificate (naive %,d), QR version %d%n", mean, naiveBytes / 8, version);

    Map<String, Object> json = new LinkedHashMap<>();
    json.put("document_vs_signatures", Spread.rounded(againstSignatures.median()));
    json.put("document_vs_naive", Spread.rounded(againstNaive.median()));
    json.put("certificates_per_cpu_second", Spread.rounded(whole.perProcessCpuSecond().median()));
    json.put("bytes_per_pdf", mean);
    json.put("naive_bytes_per_pdf", naiveBytes / 8);
    json.put("qr_version", version);
    json.put("document_vs_signatures_spread", againstSignatures.toJson());
    json.put("document_vs_naive_spread", againstNaive.toJson());
    results.forEach((name, series) -> json.put(name.replace(' ', '_'), series.toJson()));
    return json;
  }
}
