package cn.zhixin.verification.lookup;

import cn.zhixin.verification.PublicRole;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
      throw new IllegalArgumentException("a challenge of " + difficulty + " hashes is none");
    }
    if (challengeKept.compareTo(Duration.ofMinutes(1)) < 0 || answerTime.isNegative()) {
      throw new IllegalArgumentException("a challenge needs a minute, an answer no negative time");
    }
  }
}
