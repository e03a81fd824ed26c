package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.qr.QrEncoder;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The contest over one set of certificates. */
final class IssuingSet {
  private static final int NAIVE_SAMPLES = 8;
  private static final String WHOLE = "complete certificate";
  private static final String SIGNATURES = "two signatures alone";
  private static final String OWN_SIGNATURES = "two signatures, nonces as issued";
  private static final String BARE = "two bare signatures";
  private static final String NAIVE = "naive pipeline";
  private static final String SAME_PAGE = "the same page by PDFBox";

  private final Kind kind;
  private final CertificateIssuing issuing;
  private final PeerPipeline naive;
  private final PeerPipeline samePage;
  private final BenchmarkKey key;
  private final List<Entry> entries;
  private final DocumentContent[] contents;

  /**
   * @param naive with a page of its own
   * @param samePage with ours
   */
  IssuingSet(
      Kind kind,
      CertificateIssuing issuing,
      PeerPipeline naive,
      PeerPipeline samePage,
      BenchmarkKey key) {
    this.kind = kind;
    this.issuing = issuing;
    this.naive = naive;
    this.samePage = samePage;
    this.key = key;
    this.entries = CertificateSets.some(kind);
    this.contents = new DocumentContent[entries.size()];
  }

  Map<String, Object> measure(Settings settings) throws Exception {
    int count = entries.size();
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      contents[i] = issuing.content(entries.get(i));
      bytes += issuing.issue(entries.get(i)).pdf().size();
    }
    int size = (int) (bytes / count);
    int[] next = new int[3];
    Results results =
        new Contest()
            .add(WHOLE, () -> issuing.issue(entries.get(next[0]++ % count)))
            .add(SIGNATURES, TwoSignatures.usual(key, issuing, entries.get(0), size))
            .add(OWN_SIGNATURES, TwoSignatures.asIssued(key, issuing, entries.get(0), size))
            .add(BARE, bareSignatures())
            .add(NAIVE, () -> naive.issue(contents[next[1]++ % count]))
            .add(SAME_PAGE, () -> samePage.issue(contents[next[2]++ % count]))
            .run(settings);
    Map<String, Object> json = report(results, size);
    json.put(
        "photo_bytes",
        (int) entries.stream().mapToInt(entry -> entry.photo().size()).average().orElse(0));
    return json;
  }

  private int size(PeerPipeline pipeline) throws Exception {
    int bytes = 0;
    for (int i = 0; i < NAIVE_SAMPLES; i++) {
      bytes += pipeline.issue(contents[i]).length;
    }
    return bytes / NAIVE_SAMPLES;
  }

  /** What no renderer can save: the same two values of ECDSA without a document. */
  private Contest.Work bareSignatures() throws Exception {
    byte[] claims = entries.get(0).claims().toArray();
    Signature bare = key.newSignature();
    return () -> {
      bare.update(claims);
      byte[] first = bare.sign();
      bare.update(claims);
      return List.of(first, bare.sign());
    };
  }

  private Map<String, Object> report(Results results, int size) throws Exception {
    Series whole = results.of(WHOLE);
    Spread againstSignatures = whole.against(results.of(SIGNATURES));
    Spread againstOwn = whole.against(results.of(OWN_SIGNATURES));
    Spread againstNaive = whole.against(results.of(NAIVE));
    Spread bareAgainstNaive = results.of(BARE).against(results.of(NAIVE));
    Spread againstSamePage = whole.against(results.of(SAME_PAGE));
    int naiveSize = size(naive);
    int samePageSize = size(samePage);
    int version = new QrEncoder().encode(contents[0].qr()).version();

    Table.print("Issuing, " + kind.name().toLowerCase(Locale.ROOT) + " set", results);
    Table.ratio("certificate ÷ signatures", againstSignatures);
    Table.ratio("certificate ÷ its own signatures", againstOwn);
    Table.ratio("certificate ÷ naive", againstNaive);
    Table.ratio("bare signatures ÷ naive", bareAgainstNaive);
    Table.ratio("certificate ÷ same page", againstSamePage);
    System.out.printf(
        "%,d bytes a certificate (naive %,d, the same page %,d), QR version %d%n",
        size, naiveSize, samePageSize, version);

    Map<String, Object> json = new LinkedHashMap<>();
    json.put("document_vs_signatures", Spread.rounded(againstSignatures.median()));
    json.put("document_vs_own_signatures", Spread.rounded(againstOwn.median()));
    json.put("document_vs_naive", Spread.rounded(againstNaive.median()));
    json.put("bare_signatures_vs_naive", Spread.rounded(bareAgainstNaive.median()));
    json.put("document_vs_same_page", Spread.rounded(againstSamePage.median()));
    json.put("certificates_per_cpu_second", Spread.rounded(whole.perProcessCpuSecond().median()));
    json.put("bytes_per_pdf", size);
    json.put("naive_bytes_per_pdf", naiveSize);
    json.put("same_page_bytes_per_pdf", samePageSize);
    json.put("qr_version", version);
    json.put("document_vs_signatures_spread", againstSignatures.toJson());
    json.put("document_vs_own_signatures_spread", againstOwn.toJson());
    json.put("document_vs_naive_spread", againstNaive.toJson());
    json.put("document_vs_same_page_spread", againstSamePage.toJson());
    json.putAll(results.toJson());
    return json;
  }
}
