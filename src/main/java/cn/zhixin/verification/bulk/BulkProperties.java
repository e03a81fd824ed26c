package cn.zhixin.verification.bulk;

import cn.zhixin.verification.PublicRole;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
    if (workers < 1 || workers > 16 || kept.isNegative() || kept.isZero()) {
      throw new IllegalArgumentException(
          "zhixin.bulk.workers 应为 1 到 16，zhixin.bulk.kept 须大于零 /"
              + " zhixin.bulk.workers is 1 to 16, zhixin.bulk.kept longer than nothing");
    }
  }
}
