package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.WrongValue;
import cn.zhixin.verification.PublicRole;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * How lists of certificates are answered.
 *
 * @param workers threads of one process, 1 to 16; each holds a connection of the database
 * @param kept how long a list and its answers can be fetched; who asked is kept beyond
 */
@PublicRole
@ConfigurationProperties("zhixin.bulk")
public record BulkProperties(@DefaultValue("3") int workers, @DefaultValue("7d") Duration kept) {
  public BulkProperties {
    if (workers < 1 || workers > 16) {
      throw new IllegalArgumentException(
          WrongValue.of("zhixin.bulk.workers", "应为 1 到 16", "is 1 to 16", workers));
    }
    if (kept.isNegative() || kept.isZero()) {
      throw new IllegalArgumentException(
          WrongValue.of(
              "zhixin.bulk.kept",
              "须大于零，如 7d",
              "is longer than nothing, such as 7d",
              DurationStyle.SIMPLE.print(kept)));
    }
  }
}
