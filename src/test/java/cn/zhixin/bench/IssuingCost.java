package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import java.util.List;
import java.util.Locale;

/**
 * A short contest of whole certificates against their two signatures alone, by CPU time of the
 * thread, in many short turns: what {@link IssuingCostTests} judges. It tells no figures worth
 * quoting; those are the benchmark's.
 */
final class IssuingCost {
  private static final String PROVIDER = "BC";
  private static final Settings SHORT = new Settings(20, 0.1, 2.5);
  private static final String WHOLE = "certificate";
  private static final String SIGNATURES = "signatures";

  private IssuingCost() {}

  /** Prints how many certificates are made in the time of their signatures: the turns' median. */
  public static void main(String[] arguments) throws Exception {
    BenchmarkKey key = BenchmarkKey.open(PROVIDER);
    CertificateIssuing issuing = new CertificateIssuing(ContestLayout.compile(), PROVIDER);
    List<Entry> entries = CertificateSets.some(Kind.ORDINARY);
    int size = issuing.issue(entries.get(0)).pdf().size();
    int[] next = new int[1];
    Results results =
        new Contest()
            .add(WHOLE, () -> issuing.issue(entries.get(next[0]++ % entries.size())))
            .add(SIGNATURES, TwoSignatures.usual(key, issuing, entries.get(0), size))
            .run(SHORT);
    Spread ratio = results.of(WHOLE).againstByThread(results.of(SIGNATURES));
    System.out.printf(Locale.ROOT, "%.3f%n", ratio.median());
  }
}
