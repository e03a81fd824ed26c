package cn.zhixin.verification.guesses;

import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.door.Limit;
import cn.zhixin.verification.door.LimitsProperties;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Bounds wrong identity numbers, of whichever door. Safe for all threads and nodes.
 *
 * <p>Whoever compares a number calls {@link #begin} before, and {@link #giveBack} if it was right
 * or could not be compared.
 */
public final class IdentityGuesses {
  private final FailedAttempts attempts;
  private final List<Limit> withCode;
  private final List<Limit> withBrowser;
  private final List<Limit> withFile;
  private final List<Limit> ofEmployer;
  private final BiConsumer<Limit, Decision> told;

  /**
   * @param told of every decision, for metrics
   */
  IdentityGuesses(
      FailedAttempts attempts, LimitsProperties limits, BiConsumer<Limit, Decision> told) {
    this.attempts = attempts;
    this.withCode = Limit.all("holder-number-code", limits.holderNumberCode());
    this.withBrowser = Limit.all("holder-number-browser", limits.holderNumberBrowser());
    this.withFile = Limit.all("holder-number-file", limits.holderNumberFile());
    this.ofEmployer = Limit.all("holder-number-employer", limits.holderNumberEmployer());
    this.told = told;
  }

  /** Counts an attempt; one that is refused may not be compared, and counts nothing. */
  public Decision begin(Guesser guesser) {
    List<Limit> counted = limitsOf(guesser);
    Decision decision = attempts.begin(counted, guesser.subject());
    if (decision instanceof Decision.Refused refused) {
      told.accept(refused.limit(), refused);
    } else {
      counted.forEach(limit -> told.accept(limit, decision));
    }
    return decision;
  }

  /** For an attempt that was begun and did not fail. */
  public void giveBack(Guesser guesser) {
    attempts.giveBack(limitsOf(guesser), guesser.subject());
  }

  private List<Limit> limitsOf(Guesser guesser) {
    if (guesser instanceof Guesser.KnownBrowser) {
      return withBrowser;
    }
    if (guesser instanceof Guesser.WithFile) {
      return withFile;
    }
    return guesser instanceof Guesser.Employer ? ofEmployer : withCode;
  }
}
