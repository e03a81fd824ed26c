package cn.zhixin.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Complete certificates of ours against those that other libraries make of the same data, with the
 * same two signatures each (the credential's and the PDF's), by CPU time and by the clock.
 *
 * <p>A contest of its own, beside {@code issuing}: that one watches a goal and runs often, this one
 * has libraries and a warm-up that only it needs. What each peer does less than ours:
 *
 * <ul>
 *   <li>all but {@code our page}: no tags, no language, so nothing for a reader aloud (PDF/UA); one
 *       face for all text; no seal;
 *   <li>all: no PDF/A (no XMP metadata, no colour profile, attachments without relationship); no
 *       certification against changes (DocMDP); no digest of the file.
 * </ul>
 *
 * <p>All carry the credential and a ledger proof as attachments, all are PAdES B-B, which is
 * checked before the first round.
 */
final class PeersBenchmark implements Benchmark {
  private static final String OURS = "Zhixin";
  private static final String SIGNATURES = "two signatures alone";
  private static final String NAIVE = "PDFBox as in its examples";
  private static final String FONTS_REUSED = "PDFBox with fonts reused";
  private static final String SAME_PAGE = "PDFBox drawing our page";
  private static final String DSS = "PDFBox signed by EU DSS";
  private static final String HTML = "openhtmltopdf and PDFBox";
  private static final int SAMPLES = 8;
  private static final Path FOLDER = Path.of("target", "bench", "peers");

  @Override
  public Map<String, Object> run(Settings settings) throws Exception {
    silenceDss();
    String provider = System.getProperty("bench.provider", "BC");
    BenchmarkKey key = BenchmarkKey.open(provider);
    List<Entry> entries = CertificateSets.some(Kind.ORDINARY);
    CertificateIssuing issuing = new CertificateIssuing(ContestLayout.compile(), provider);
    Map<String, PeerPipeline> peers = peers(key);
    Map<String, Integer> sizes = sizes(issuing, peers, entries);
    Contest contest = new Contest().add(OURS, turn(entries, issuing::issue));
    peers.forEach(
        (name, peer) ->
            contest.add(name, turn(entries, entry -> peer.issue(issuing.content(entry)))));
    contest.add(
        SIGNATURES, TwoSignatures.usual(key, issuing, entries.get(0), sizes.getOrDefault(OURS, 0)));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("provider", key.provider().getName() + " " + key.provider().getVersionStr());
    report.put("bytes_per_pdf", underscored(sizes));
    report.putAll(report(contest.run(settings), sizes));
    return report;
  }

  /** It warns of a root that its verifier need not know here, and would be timed for saying so. */
  private static void silenceDss() {
    ((Logger) LoggerFactory.getLogger("eu.europa.esig.dss")).setLevel(Level.ERROR);
  }

  @Override
  public Optional<Chart> chart(Map<String, Object> report, String machine) {
    return Optional.of(
        new BarChart(
            "Signed certificates, by whom",
            "Certificates per CPU-second: more is better. Each grid line is ten times the one before.",
            "Zhixin makes",
            true,
            new ReportBars(report, "per_process_cpu_second", OURS)
                .sorted(name -> timesAsMany(report, name)),
            machine + " Signatures by " + report.get("provider") + "."));
  }

  private static String timesAsMany(Map<String, Object> report, String name) {
    return report.get("ours_vs") instanceof Map<?, ?> all
            && all.get(name) instanceof Map<?, ?> both
            && both.get("by_cpu") instanceof Map<?, ?> ratio
        ? ChartFrame.number(Spread.ofJson(ratio).median()) + " ×"
        : "";
  }

  private static Map<String, PeerPipeline> peers(BenchmarkKey key) throws Exception {
    byte[] face = Fonts.read(Fonts.PEER_FACE);
    byte[] rareFace = Fonts.read(Fonts.PEER_RARE_FACE);
    NaivePage examples = new NaivePage(FontSource.eachTime(face), FontSource.eachTime(rareFace));
    NaivePage reused = new NaivePage(FontSource.once(face), FontSource.once(rareFace));
    PdfSigning signing = new PdfBoxSigning(key);
    Map<String, PeerPipeline> peers = new LinkedHashMap<>();
    peers.put(FONTS_REUSED, new PeerPipeline(reused, signing));
    peers.put(DSS, new PeerPipeline(reused, new DssSigning(key)));
    peers.put(HTML, new PeerPipeline(new HtmlPage(FontSource.once(face)), signing));
    peers.put(NAIVE, new PeerPipeline(examples, signing));
    peers.put(SAME_PAGE, new PeerPipeline(new SamePage(), signing));
    return peers;
  }

  /** A piece of work on one entry. */
  private interface Step {
    Object on(Entry entry) throws Exception;
  }

  /** Each contestant turns through the same entries. */
  private static Contest.Work turn(List<Entry> entries, Step step) {
    int[] next = new int[1];
    return () -> step.on(entries.get(next[0]++ % entries.size()));
  }

  /** Of files that are what they should be; one of each is left in a folder, to be looked at. */
  private static Map<String, Integer> sizes(
      CertificateIssuing issuing, Map<String, PeerPipeline> peers, List<Entry> entries)
      throws Exception {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Entry entry : entries.subList(0, SAMPLES)) {
      add(sizes, OURS, issuing.issue(entry).pdf().toArray(), entry);
      for (Map.Entry<String, PeerPipeline> peer : peers.entrySet()) {
        add(sizes, peer.getKey(), peer.getValue().issue(issuing.content(entry)), entry);
      }
    }
    sizes.replaceAll((name, bytes) -> bytes / SAMPLES);
    return sizes;
  }

  private static void add(Map<String, Integer> sizes, String name, byte[] pdf, Entry entry)
      throws Exception {
    PeerCheck.require(name, pdf, entry);
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(Results.jsonName(name) + ".pdf"), pdf);
    sizes.merge(name, pdf.length, Integer::sum);
  }

  private static Map<String, Object> report(Results results, Map<String, Integer> sizes) {
    Table.print("Certificates, ordinary set", results);
    Map<String, Object> ratios = new LinkedHashMap<>();
    Series ours = results.of(OURS);
    results
        .series()
        .forEach(
            (name, series) -> {
              if (!name.equals(OURS)) {
                Spread cpu = ours.against(series);
                Spread clock = ours.againstByClock(series);
                Table.ratio("Zhixin ÷ " + name, cpu);
                Table.ratio("  the same by the clock", clock);
                Map<String, Object> both = new LinkedHashMap<>();
                both.put("by_cpu", cpu.toJson());
                both.put("by_clock", clock.toJson());
                ratios.put(Results.jsonName(name), both);
              }
            });
    sizes.forEach(
        (name, bytes) -> System.out.printf(Locale.ROOT, "%-34s %,10d bytes%n", name, bytes));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ours_vs", ratios);
    json.putAll(results.toJson());
    return json;
  }

  private static Map<String, Object> underscored(Map<String, Integer> sizes) {
    Map<String, Object> json = new LinkedHashMap<>();
    sizes.forEach((name, bytes) -> json.put(Results.jsonName(name), bytes));
    return json;
  }
}
