package cn.zhixin.verification.files.worker;

import java.time.Duration;

/**
 * What the workers may take.
 *
 * @param workers processes at once
 * @param queue files that may wait for one
 * @param time for one file, from the first byte sent to the last byte answered
 * @param memoryMegabytes of heap for one process
 * @param filesEach after so many a process is replaced by a fresh one
 */
public record WorkerBounds(
    int workers, int queue, Duration time, int memoryMegabytes, int filesEach) {
  private static final int LEAST_MEMORY = 32;

  public WorkerBounds {
    if (workers < 1 || queue < 0 || filesEach < 1) {
      throw new IllegalArgumentException("expected at least one worker and one file for each");
    }
    if (time.isNegative() || time.isZero() || memoryMegabytes < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "expected some time, and at least " + LEAST_MEMORY + " MB of memory");
    }
  }
}
