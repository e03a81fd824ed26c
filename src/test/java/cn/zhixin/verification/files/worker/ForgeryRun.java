package cn.zhixin.verification.files.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.offline.IssuedFiles;
import cn.zhixin.verification.offline.StampedFiles;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Counts forgeries that the strict verification passes, and genuine files that it does not. That
 * the registry knows the digests of released files is left out: it would refuse all of them alone.
 */
final class ForgeryRun {
  private static final int EACH = 100;
  private static final int SEEN = 3;
  private static final long SEED = 20251103;

  private final IssuedFiles files;
  private final FileExamination examination;
  private final Random random = new Random(SEED);

  ForgeryRun() throws Exception {
    files = new IssuedFiles();
    examination = Orders.trusting().examination();
    // it knows the genuine files' form, as a worker does that has seen some of them
    for (int i = 0; i < SEEN; i++) {
      assertThat(passes(files.file(certificate(i)))).isTrue();
    }
  }

  private Certificate certificate(int number) {
    String name = Forgeries.names().get(number % Forgeries.names().size());
    char last = "BCDEFGHJKMNP".charAt(random.nextInt(12));
    String first15 = "7K3M9QPX2R%04d".formatted(number % 10_000) + last;
    return CertificateFixture.registered(PublicSite.code(first15), name);
  }

  Map<String, Integer> mutants(int count) throws Exception {
    try (StampedFiles stamps = new StampedFiles()) {
      return mutants(count, stamps);
    }
  }

  private Map<String, Integer> mutants(int count, StampedFiles stamps) throws Exception {
    Map<String, Integer> accepted = new TreeMap<>();
    Forgeries forgeries = null;
    for (int i = 0; i < count; i++) {
      if (forgeries == null || i % EACH == 0) {
        forgeries = new Forgeries(files, stamps, certificate(i), certificate(i + 1), SEED + i);
        assertThat(forgeries.genuine()).as("the genuine files %d", i).allMatch(this::passes);
      }
      Forgeries.Forgery forgery = forgeries.next(i);
      // a change may have left the file as it was
      if (!forgeries.genuine().contains(forgery.file()) && passes(forgery.file())) {
        accepted.merge(forgery.name(), 1, Integer::sum);
      }
    }
    return accepted;
  }

  /** Every second one has a time stamp. */
  int refused(int genuine) throws Exception {
    int refused = 0;
    try (StampedFiles stamps = new StampedFiles()) {
      for (int i = 0; i < genuine; i++) {
        Certificate certificate = certificate(i);
        boolean passes = passes(i % 2 == 0 ? files.file(certificate) : stamps.file(certificate));
        refused += passes ? 0 : 1;
      }
    }
    return refused;
  }

  private boolean passes(Bytes file) {
    return examination.strict(file) instanceof StrictFinding.Proven;
  }
}
