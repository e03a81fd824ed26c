package cn.zhixin.verification.answers;

import cn.zhixin.verification.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts answers: {@code zhixin.answers}, by verdict and by the tier that gave it. All counters are
 * there from the start, so that counting looks nothing up.
 */
public final class AnswerMeters {
  private final Counter[][] counters = new Counter[Verdict.values().length][Tier.values().length];

  public AnswerMeters(MeterRegistry registry) {
    for (Verdict verdict : Verdict.values()) {
      for (Tier tier : Tier.values()) {
        counters[verdict.ordinal()][tier.ordinal()] =
            Counter.builder("zhixin.answers")
                .description("answers to what a verification code stands for")
                .tag("verdict", verdict.name())
                .tag("tier", tier.name().toLowerCase(Locale.ROOT))
                .register(registry);
      }
    }
  }

  /** Where an answer came from. */
  enum Tier {
    LOCAL,
    REDIS,
    REGISTRY,
    /** From nowhere: it cannot be confirmed. */
    NONE
  }

  /** Returns the answer itself. */
  Answer count(Answer answer, Tier tier) {
    counters[answer.verdict().ordinal()][tier.ordinal()].increment();
    return answer;
  }
}
