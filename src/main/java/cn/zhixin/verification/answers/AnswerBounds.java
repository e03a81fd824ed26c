package cn.zhixin.verification.answers;

import java.time.Duration;

/**
 * Bounds of the way to an answer.
 *
 * @param notFoundKept how long "not found" is kept in memory; at most a minute
 * @param registryTimeout how long a request waits for the registry
 * @param registryReads at once
 * @param localBytes that ready-made answers may take in memory
 */
public record AnswerBounds(
    Duration notFoundKept, Duration registryTimeout, int registryReads, long localBytes) {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public AnswerBounds {
    if (notFoundKept.compareTo(LONGEST) > 0 || registryTimeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("neither time may exceed a minute");
    }
    if (registryReads < 1 || localBytes < 0) {
      throw new IllegalArgumentException("at least one read at once, and no negative memory");
    }
  }
}
