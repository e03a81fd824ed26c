package cn.zhixin.bench;

/**
 * What a contestant did without a break.
 *
 * @param count pieces of work
 * @param processCpuNanos CPU time of all threads, collector and compiler too
 * @param threadCpuNanos CPU time of the working thread alone
 */
record Slice(long count, long processCpuNanos, long threadCpuNanos, long wallNanos) {
  double perProcessCpuSecond() {
    return count * 1e9 / Math.max(1, processCpuNanos);
  }

  double perThreadCpuSecond() {
    return count * 1e9 / Math.max(1, threadCpuNanos);
  }

  double perSecond() {
    return count * 1e9 / Math.max(1, wallNanos);
  }
}
