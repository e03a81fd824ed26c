package cn.zhixin.issuance;

import cn.zhixin.encoding.WrongValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of issuing, {@code zhixin.issuance.*}.
 *
 * @param documents folder of issued documents; by default {@code documents} in {@code zhixin.home}
 * @param chunkSize certificates that are registered and released together, 1 to 1000
 * @param workers chunks that one process works on at the same time; 0 for one per processor
 * @param resumeAfterMillis how often the service looks for batches that another process left
 *     unfinished, in milliseconds
 */
@ConfigurationProperties("zhixin.issuance")
record IssuanceProperties(
    @Nullable Path documents,
    @DefaultValue("250") int chunkSize,
    @DefaultValue("0") int workers,
    @DefaultValue("5000") long resumeAfterMillis) {
  IssuanceProperties {
    if (chunkSize < 1 || chunkSize > 1000) {
      throw new IllegalArgumentException(
          WrongValue.of("zhixin.issuance.chunk-size", "应为 1 到 1000", "is 1 to 1000", chunkSize));
    }
    if (workers < 0 || workers > 64) {
      throw new IllegalArgumentException(
          WrongValue.of("zhixin.issuance.workers", "应为 0 到 64", "is 0 to 64", workers));
    }
  }

  int effectiveWorkers() {
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }
}
