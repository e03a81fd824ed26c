package cn.zhixin.verification.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** No request that begins after an acknowledgement is answered with an older state. */
class ProtocolWalkTests {
  private static final Logger LOG = LoggerFactory.getLogger(ProtocolWalkTests.class);

  private static final Scope CHANGES =
      new Scope("changed twice, among others", 1, 1, 2, 2, 2, true, false);
  private static final Scope ISSUE = new Scope("issued, then revoked", 1, 0, 2, 1, 2, false, true);
  private static final Scope READS = new Scope("read and joined", 1, 1, 1, 1, 2, true, true);
  private static final Scope TWO_NODES = new Scope("two nodes", 2, 1, 1, 0, 2, false, false);

  private final ch.qos.logback.classic.Logger reads =
      (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("cn.zhixin.verification.answers");

  @BeforeEach
  void beQuietAboutRegistriesThatAreGone() {
    reads.setLevel(Level.OFF);
  }

  @AfterEach
  void sayAgainWhatHappens() {
    reads.setLevel(null);
  }

  static List<Scope> scopes() {
    return List.of(CHANGES, ISSUE, READS, TWO_NODES);
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void noStaleAnswerIsPossible(Scope scope) {
    Walk.Result result = new Walk(scope, new Rules()).run();
    LOG.info("{}: {}", scope, result);
    assertThat(result.staleAnswer()).isEmpty();
    assertThat(result.states()).isGreaterThan(10_000);
  }

  @TestFactory
  List<DynamicTest> everyRuleIsNeeded() {
    Map<String, Scope> where =
        Map.of(
            "a joined read that began too early is taken for new", READS,
            "the feed does not tell of issues", ISSUE,
            "what was not found before the load is remembered", ISSUE);
    return BrokenRules.ALL.entrySet().stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.getKey(),
                    () -> {
                      Scope scope = where.getOrDefault(broken.getKey(), CHANGES);
                      Walk.Result result = new Walk(scope, broken.getValue()).run();
                      LOG.info("{}: {}", broken.getKey(), result);
                      assertThat(result.staleAnswer()).isNotEmpty();
                    }))
        .toList();
  }
}
