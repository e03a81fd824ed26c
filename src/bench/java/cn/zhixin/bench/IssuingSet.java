package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.qr.QrEncoder;
import java.security.Signature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The contest over one set of certificates. */
final class IssuingSet {
  private static final int CERTIFICATES = 256;
  private static final int NAIVE_SAMPLES = 8;
  private static final String WHOLE = "complete certificate";
  private static final String SIGNATURES = "two signatures alone";
  private static final String NAIVE = "naive pipeline";

  private final Kind kind;
  private final CertificateIssuing issuing;
  private final NaivePipeline naive;
  private final BenchmarkKey key;
  private final List<Entry> entries;
  private final DocumentContent[] contents = new DocumentContent[CERTIFICATES];

  IssuingSet(Kind kind, CertificateIssuing issuing, NaivePipeline naive, BenchmarkKey key) {
    this.kind = kind;
    this.issuing = issuing;
    this.naive = naive;
    this.key = key;
    this.entries =
        IntStream.range(0, CERTIFICATES).mapToObj(i -> CertificateSets.entry(kind, i)).toList();
  }

  Map<String, Object> measure(Settings settings) throws Exception {
    long bytes = 0;
    for (int i = 0; i < CERTIFICATES; i++) {
      contents[i] = issuing.content(entries.get(i));
      bytes += issuing.issue(entries.get(i)).pdf().size();
    }
    double photoBytes =
        entries.stream().mapToInt(entry -> entry.photo().size()).average().orElse(0);
    long naiveBytes = 0;
    for (int i = 0; i < NAIVE_SAMPLES; i++) {
      naiveBytes += naive.issue(contents[i]).length;
    }
    int size = (int) (bytes / CERTIFICATES);
    int[] next = new int[2];
    Results results =
        new Contest()
            .add(WHOLE, () -> issuing.issue(entries.get(next[0]++ % CERTIFICATES)))
            .add(SIGNATURES, signatures(size))
            .add(NAIVE, () -> naive.issue(contents[next[1]++ % CERTIFICATES]))
            .run(settings);
    Map<String, Object> json = report(results, size, naiveBytes / NAIVE_SAMPLES);
    json.put("photo_bytes", (int) photoBytes);
    return json;
  }

  /**
   * A CMS by Bouncy Castle's generator over as many bytes as ours signs, and one bare signature.
   */
  private Contest.Work signatures(int size) throws Exception {
    byte[] document = issuing.issue(entries.get(0)).pdf().toArray();
    byte[] signed = Arrays.copyOf(document, size - issuing.signatureHole());
    byte[] claims = entries.get(0).claims().toArray();
    Signature bare = key.newSignature();
    return () -> {
      byte[] cms = key.cms(signed);
      bare.update(claims);
      return List.of(cms, bare.sign());
    };
  }

  private Map<String, Object> report(Results results, int size, long naiveSize) throws Exception {
    Series whole = results.of(WHOLE);
    Spread againstSignatures = whole.against(results.of(SIGNATURES));
    Spread againstNaive = whole.against(results.of(NAIVE));
    int version = new QrEncoder().encode(contents[0].qr()).version();

    Table.print("Issuing, " + kind.name().toLowerCase(Locale.ROOT) + " set", results);
    Table.ratio("certificate ÷ signatures", againstSignatures);
    Table.ratio("certificate ÷ naive", againstNaive);
    System.out.printf(
        "%,d bytes a certificate (naive %,d), QR version %d%n", size, naiveSize, version);

    Map<String, Object> json = new LinkedHashMap<>();
    json.put("document_vs_signatures", Spread.rounded(againstSignatures.median()));
    json.put("document_vs_naive", Spread.rounded(againstNaive.median()));
    json.put("certificates_per_cpu_second", Spread.rounded(whole.perProcessCpuSecond().median()));
    json.put("bytes_per_pdf", size);
    json.put("naive_bytes_per_pdf", naiveSize);
    json.put("qr_version", version);
    json.put("document_vs_signatures_spread", againstSignatures.toJson());
    json.put("document_vs_naive_spread", againstNaive.toJson());
    json.putAll(results.toJson());
    return json;
  }
}
