package cn.zhixin.verification.lookup;

import cn.zhixin.encoding.WrongValue;
import cn.zhixin.verification.PublicRole;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * Look-ups by name and identity number.
 *
 * @param difficulty hashes that a challenge costs at most, half of that on average; at least 1000
 * @param challengeKept how long a challenge may be solved; at least a minute
 * @param answerTime every answer takes this long, or a multiple of it, whatever it is
 */
@PublicRole
@ConfigurationProperties("zhixin.lookups")
public record LookupProperties(
    @DefaultValue("100000") int difficulty,
    @DefaultValue("10m") Duration challengeKept,
    @DefaultValue("500ms") Duration answerTime) {
  public LookupProperties {
    if (difficulty < 1000) {
      throw new IllegalArgumentException(
          WrongValue.of(
              "zhixin.lookups.difficulty",
              "至少为 1000（通常 100000）",
              "is at least 1000 (usually 100000)",
              difficulty));
    }
    if (challengeKept.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          WrongValue.of(
              "zhixin.lookups.challenge-kept",
              "至少为 1m（一分钟）",
              "is at least 1m, a minute",
              DurationStyle.SIMPLE.print(challengeKept)));
    }
    if (answerTime.isNegative()) {
      throw new IllegalArgumentException(
          WrongValue.of(
              "zhixin.lookups.answer-time",
              "不能为负，通常 500ms",
              "is nothing or longer, usually 500ms",
              DurationStyle.SIMPLE.print(answerTime)));
    }
  }
}
