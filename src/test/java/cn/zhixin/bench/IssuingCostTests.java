package cn.zhixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That nobody makes issuing a third slower unawares. */
@Tag("cost")
class IssuingCostTests {
  /**
   * Certificates in the time of their signatures alone. It is 1.035 to 1.089 here, and at most 0.82
   * if a certificate takes a third longer; this lies in the middle.
   */
  private static final double LEAST = 0.91;

  /**
   * In a JVM of its own: what other tests made of this one's compiled code is none of its business.
   */
  @Test
  void aCertificateTakesHardlyLongerThanItsTwoSignatures() throws Exception {
    ExternalTools.Outcome outcome =
        ExternalTools.run(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            IssuingCost.class.getName());
    assertThat(outcome.exit()).as(outcome.errors()).isZero();
    assertThat(Double.parseDouble(outcome.output())).isGreaterThan(LEAST);
  }
}
