package cn.zhixin.verification.files.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.LongReport;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Plong -Dlong=forgeries verify}: as {@link ForgeriesTests}, many more. */
@Tag("forgeries")
class ForgeriesIntegrationTests {
  private static final int MUTANTS = 8_000;
  private static final int GENUINE = 10_000;

  @Test
  void noForgeryOfThousandsPassesAndNoGenuineFileIsRefused() throws Exception {
    Assumptions.assumeTrue(
        "forgeries".equals(System.getProperty("zhixin.long")),
        "SKIPPED: mvn -Plong -Dlong=forgeries verify");
    ForgeryRun run = new ForgeryRun();
    Map<String, Integer> accepted = run.mutants(MUTANTS);
    int refused = run.refused(GENUINE);
    LongReport.add(
        "forgeries",
        Map.of(
            "mutants", MUTANTS,
            "accepted", accepted.values().stream().mapToInt(Integer::intValue).sum(),
            "genuine", GENUINE,
            "refused", refused));
    assertThat(accepted).isEmpty();
    assertThat(refused).isZero();
  }
}
