package cn.zhixin.verification.freshness;

import static cn.zhixin.verification.freshness.Scope.Clocks.RIGHT;
import static cn.zhixin.verification.freshness.Scope.Clocks.SLEEP;
import static cn.zhixin.verification.freshness.Scope.Clocks.SLEEP_AND_SLOW;
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
      new Scope("changed twice, among others", 1, 1, 2, 2, 2, SLEEP_AND_SLOW, false, false);
  private static final Scope ISSUE =
      new Scope("issued, then revoked", 1, 0, 2, 1, 2, SLEEP, true, false);
  private static final Scope READS =
      new Scope("read and joined", 1, 1, 1, 1, 2, SLEEP_AND_SLOW, true, false);
  private static final Scope TWO_NODES = new Scope("two nodes", 2, 1, 1, 0, 2, SLEEP, false, false);

  private static final Scope PUT_BACK =
      new Scope("put back to an earlier state", 1, 1, 1, 1, 2, SLEEP, false, true);
  private static final Scope ISSUE_PUT_BACK =
      new Scope("issued, put back, and reads", 1, 0, 1, 0, 2, RIGHT, true, true);

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
    return List.of(CHANGES, ISSUE, READS, TWO_NODES, PUT_BACK, ISSUE_PUT_BACK);
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
            "an entry of a lost future is used", PUT_BACK,
            "an entry carries the history known after its read", PUT_BACK,
            "a lease carries the history asked for before its page", PUT_BACK,
            "the last entry seen is not read again", PUT_BACK,
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
